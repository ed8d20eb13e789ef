import { button, paragraph } from './blocks'
import { defineEmail } from './define'
import { plural } from './words'

export interface SignInLockedProps {
  url: string
  /** How long the link is valid, in minutes. */
  minutes: number
  /** Closed is every device that has not signed in before; otherwise the place alone where it was tried. */
  strangers: boolean
}

/** Whoever typed the wrong passwords, the owner gets a way in. */
export const signInLocked = defineEmail({
  name: 'sign-in-locked',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ url, minutes, strangers }: SignInLockedProps) => ({
    subject: 'Много неверных паролей на портале обращений',
    preview: 'Если это были не вы, ваша учётная запись в порядке.',
    heading: 'Много неверных паролей',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        strangers
          ? 'Для вашей учётной записи много раз вводили неверный пароль. Поэтому с незнакомых устройств войти нельзя четверть часа. С устройства, на котором вы уже входили, можно войти и сейчас.'
          : 'Для вашей учётной записи много раз вводили неверный пароль. Поэтому оттуда, где его вводили, войти нельзя четверть часа.',
      ),
      paragraph('Если это были вы и пароль забыт, задайте новый: он сразу откроет вход.'),
      button('Задать новый пароль', url),
      paragraph(
        `Ссылка действует ${minutes} ${plural('ru', minutes, { one: 'минуту', few: 'минуты', many: 'минут' })} и срабатывает один раз. Если это были не вы, ничего делать не нужно: пароль никто не угадал.`,
      ),
    ],
    why: 'Вы получили это письмо, потому что вход в вашу учётную запись на портале закрыли неверные пароли.',
  }),
  en: ({ url, minutes, strangers }) => ({
    subject: 'Many wrong passwords on the requests portal',
    preview: 'If it was not you, your account is safe.',
    heading: 'Many wrong passwords',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        strangers
          ? 'Wrong passwords were typed for your account many times. Unknown devices cannot sign in for a quarter of an hour. A device that you have signed in on before can sign in even now.'
          : 'Wrong passwords were typed for your account many times. From where they were typed nobody can sign in for a quarter of an hour.',
      ),
      paragraph('If it was you and the password is forgotten, set a new one: it opens your account at once.'),
      button('Set a new password', url),
      paragraph(
        `The link is valid for ${minutes} ${plural('en', minutes, { one: 'minute', other: 'minutes' })} and works once. If it was not you, there is nothing to do: nobody has guessed the password.`,
      ),
    ],
    why: 'You are getting this letter because wrong passwords have closed the sign-in to your account on the portal.',
  }),
  sample: { url: 'https://portal.example/ru/admin/choose-password/9Zt4', minutes: 30, strangers: true },
})
