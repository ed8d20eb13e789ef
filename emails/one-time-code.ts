import { code, paragraph } from './blocks'
import { defineEmail } from './define'
import { plural } from './words'

export interface OneTimeCodeProps {
  code: string
  /** How long the code is valid, in minutes. */
  minutes: number
}

/** The subject does not hold the code: it would show on a locked screen. */
export const oneTimeCode = defineEmail({
  name: 'one-time-code',
  audience: 'requester',
  staleWhen: 'never',
  ru: ({ code: value, minutes }: OneTimeCodeProps) => ({
    subject: 'Код подтверждения',
    preview: 'Код для входа на портал.',
    heading: 'Код подтверждения',
    blocks: [
      paragraph('Введите этот код на портале:'),
      code(value),
      paragraph(
        `Код действует ${minutes} ${plural('ru', minutes, { one: 'минуту', few: 'минуты', many: 'минут' })}. Никому его не сообщайте: сотрудники никогда не спрашивают код ни по телефону, ни в переписке.`,
      ),
    ],
    why: 'Вы получили это письмо, потому что на портале запросили код для этого адреса. Если это были не вы, просто удалите письмо: без кода войти нельзя.',
  }),
  en: ({ code: value, minutes }) => ({
    subject: 'Your confirmation code',
    preview: 'The code to sign in to the portal.',
    heading: 'Your confirmation code',
    blocks: [
      paragraph('Enter this code on the portal:'),
      code(value),
      paragraph(
        `The code is valid for ${minutes} ${plural('en', minutes, { one: 'minute', other: 'minutes' })}. Do not share it with anyone: staff never ask for it, by phone or in writing.`,
      ),
    ],
    why: 'You are getting this letter because a code for this address was asked for on the portal. If that was not you, please ignore this letter: nobody can sign in without the code.',
  }),
  sample: { code: '482913', minutes: 10 },
})
