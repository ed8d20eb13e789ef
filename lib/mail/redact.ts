const MAX_LENGTH = 300
const MARK = '<address>'
const anyAddress = /[^\s<>()[\]{}"',;:]+@[^\s<>()[\]{}"',;:]+/gu

/** A whole word, with no letter or digit beside it. */
const asWord = (text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')

/**
 * An SMTP reply as logs and rows may keep it: one line of 300 characters at most, with no e-mail address. The parts of
 * `addresses` before the @ go too, for servers like to say 'no mailbox here by the name of anna.petrova'.
 */
export function redactReply(reply: string, addresses: readonly string[]): string {
  const names = addresses
    .flatMap((address) => {
      const local = address.slice(0, address.lastIndexOf('@'))
      const bounceForm = address.replace('@', '=')
      return [bounceForm, local, local.split('+')[0] ?? '']
    })
    .filter((name) => name !== '')
  const nameless = names.reduce((text, name) => text.replace(asWord(name), MARK), reply.replace(anyAddress, MARK))
  const clean = nameless.replace(/[\s\p{Cc}]+/gu, ' ')
  return clean.replaceAll(`<${MARK}>`, MARK).trim().slice(0, MAX_LENGTH)
}
