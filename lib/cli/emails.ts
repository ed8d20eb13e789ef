import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, locales } from '@/db/enums'
import { type EmailName, emailNames, emails } from '@/emails'
import { renderEmail } from '@/lib/mail/render'
import { ROOT } from './paths'
import { runCommand } from './terminal'

const folder = join(ROOT, '.tmp', 'emails')

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

async function preview(name: EmailName, locale: Locale): Promise<string> {
  const { subject, html, text } = await renderEmail(name, emails[name].sample, locale)
  return `<article lang="${locale}"><h3>${escaped(subject)}</h3><iframe title="${name} ${locale}" srcdoc="${escaped(html)}"></iframe>
<details><summary>text/plain</summary><pre>${escaped(text)}</pre></details></article>`
}

/** Writes every mail, in both languages side by side, with its sample, into one page to look at. */
async function main(): Promise<void> {
  const rows: string[] = []
  for (const name of emailNames) {
    const letters = await Promise.all(locales.map((locale) => preview(name, locale)))
    rows.push(
      `<h2 id="${name}">${name} <small>${emails[name].audience}</small></h2><section>${letters.join('')}</section>`,
    )
  }
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'index.html')
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><title>Mails</title><style>body{font-family:sans-serif;margin:2rem}
section{display:flex;gap:1rem;flex-wrap:wrap}article{flex:1 1 24rem}iframe{width:100%;height:36rem;border:1px solid}pre{white-space:pre-wrap}</style>
<h1>Mails</h1><p>${emailNames.map((name) => `<a href="#${name}">${name}</a>`).join(' · ')}</p>${rows.join('\n')}\n`,
  )
  console.log(`${emailNames.length} mails in ${locales.length} languages: ${path}`)
}

runCommand(main)
