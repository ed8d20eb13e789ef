import { describe, expect, it } from 'vitest'
import { locales } from '@/db/enums'
import { renderEmail } from '@/lib/mail/render'
import { type EmailName, emailNames, emails } from './index'

/** Stems that would betray a clinic, its speciality, the patient or what is asked: 323-FZ 13. */
const telling = [
  /клиник|медицин|медсистем|врач|пациент|больниц|лечен|диагноз|здоровь|онколог|эко(?![а-яё])|репродук|айм[еe]д|имвижн|цаоп|центр/iu,
  /персональн|доступ|исправлен|уточнен|удален|удалит(?!е письмо)|уничтож|блокир|отзыв|согласи|претензи|рассыл|распростран|копи[яий]|автоматич(?!ески)|возражени/iu,
  /clinic|medic|hospital|doctor|patient|health|diagnos|treat|oncolog|\bivf\b|imvizhn|caop|imed|smolensk/i,
  /personal data|access|correct|delet|destr|block|withdraw|consent|claim|mailing|distribut|copies|automated|objection/i,
  /Иванов|Ivanov|Соколова/u,
]

const render = (name: EmailName, locale: (typeof locales)[number], props: unknown = emails[name].sample) =>
  renderEmail(name, props as never, locale)

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))
const visible = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ')

/** The sample with a person's name wherever a caller could put free text. */
function withName(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withName(each))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withName(each, name)]))
  return /name$/i.test(key) ? 'Иванова Мария' : value
}

describe.each(emailNames)('%s', (name) => {
  it('carries its own name', () => expect(emails[name].name).toBe(name))

  describe.each(locales)('in %s', (locale) => {
    it('leaves no gap where a value belongs', async () => {
      const { subject, html, text } = await render(name, locale)
      for (const part of [subject, html, text]) {
        expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date|\$\{/)
        expect(part.trim()).not.toBe('')
      }
      expect(subject).not.toMatch(/[\r\n]/)
      expect(html).toContain(`lang="${locale}"`)
    })

    it('is written in its language', async () => {
      const { subject, text } = await render(name, locale)
      const own = locale === 'ru' ? /[а-яё]{3}/iu : /[a-z]{3}/i
      expect(subject).toMatch(own)
      expect(text).toMatch(own)
      if (locale === 'en') expect(text.replaceAll('Соколова А. В.', '')).not.toMatch(/[а-яё]/iu)
    })

    it('has a neutral subject, whatever the names', async () => {
      const { subject } = await render(name, locale, withName(emails[name].sample))
      for (const words of telling) expect(subject).not.toMatch(words)
    })

    it('says in the text part all that the HTML says, with every link', async () => {
      const { html, text } = await render(name, locale)
      for (const href of hrefs(html)) expect(text).toContain(href)
      for (const block of html.matchAll(/<(p|h1)[^>]*>(.*?)<\/\1>/gs)) {
        const words = visible(block[2]!).match(/[\p{L}\p{N}-]{4,}/gu) ?? []
        const spoken = words.filter((word) => !/^(кнопка|button)/.test(word))
        const isFallback = /копируйте ссылку|copy this link/.test(block[2]!)
        if (!isFallback) for (const word of spoken) expect(text).toContain(word)
      }
    })

    it('loads nothing and links over http(s) alone', async () => {
      const { html } = await render(name, locale)
      expect(html).not.toMatch(/<(img|link|script|iframe|video|object)\b|url\(|@import|@font-face|\bsrc=/i)
      for (const href of hrefs(html)) expect(href).toMatch(/^https:\/\/portal\.example\//)
    })

    it('renders to the same strings twice', async () => {
      expect(await render(name, locale)).toEqual(await render(name, locale))
    })
  })
})

describe.each(emailNames.filter((name) => emails[name].audience === 'requester'))('to the requester, %s', (name) => {
  it.each(locales)('stays neutral to the last word in %s', async (locale) => {
    const { html, text } = await render(name, locale)
    for (const words of telling) {
      expect(text).not.toMatch(words)
      expect(visible(html)).not.toMatch(words)
    }
  })
})

describe('letters that depend on their props', () => {
  it.each([
    [2, 'Обращение IM-1: осталось 2 дня', 'Срок приближается'],
    [0, 'Обращение IM-1: срок истекает сегодня', 'Срок истекает сегодня'],
    [-2, 'Обращение IM-1: просрочено на 2 дня', 'Срок прошёл'],
  ])('remind before, on and after the due date (%i days left)', async (daysLeft, subject, heading) => {
    const props = {
      number: 'IM-1',
      clocks: [{ clock: 'response' as const, dueOn: '2026-12-31', daysLeft }],
      url: 'https://portal.example/r',
    }
    const email = await renderEmail('deadline-reminder', props, 'ru')
    expect(email.subject).toBe(subject)
    expect(email.text.startsWith(heading)).toBe(true)
  })

  it('ask for a confirmation only where the address is not confirmed', async () => {
    const { confirmUrl, ...confirmed } = emails['request-received'].sample
    expect((await renderEmail('request-received', confirmed, 'ru')).html).not.toContain(confirmUrl)
  })

  it.each([
    ['answer', 'срок ответа продлён', 'Ответ не позднее: 17 января 2027 года'],
    ['check', 'срок проверки продлён', 'Ответ не позднее'],
    ['stop', 'срок исполнения продлён', 'Ответ не позднее'],
  ] as const)(
    'name the term that got longer (%s), and the date of the answer beside it',
    async (clock, title, answer) => {
      const { subject, text } = await renderEmail(
        'deadline-extended',
        { ...emails['deadline-extended'].sample, clock },
        'ru',
      )
      expect(subject).toContain(title)
      expect(text).toContain(answer)
      expect(text).toContain('остальные сроки не изменились')
    },
  )

  it('promise no answer where it is given already', async () => {
    const { answerDueOn: _, ...afterAnswer } = emails['deadline-extended'].sample
    expect((await renderEmail('deadline-extended', afterAnswer, 'ru')).text).not.toContain('Ответ не позднее')
    const { dueOn: __, ...question } = emails['question-asked'].sample
    expect((await renderEmail('question-asked', question, 'ru')).text).not.toContain('Ответ не позднее')
  })

  it('say that nobody is in charge', async () => {
    const { officerName: _, ...unassigned } = emails.escalation.sample
    expect((await renderEmail('escalation', unassigned, 'ru')).text).toContain('Отвечает: никто не назначен')
  })

  it('wish a good day where nothing is urgent', async () => {
    const email = await renderEmail('digest', { ...emails.digest.sample, items: [] }, 'ru')
    expect(email.text).toContain('Срочных обращений нет')
  })

  it('escape what a name brings along', async () => {
    const props = { ...emails['request-handed-over'].sample, officerName: '<img src=x onerror=alert(1)>' }
    expect((await renderEmail('request-handed-over', props, 'ru')).html).not.toContain('<img')
  })
})
