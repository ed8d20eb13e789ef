import { defineEmail } from './define'
import { passwordLink } from './password-link'

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
    blocks: passwordLink('ru', {
      ...{ url, term: { minutes } },
      why: [
        strangers
          ? 'Для вашей учётной записи много раз вводили неверный пароль. Поэтому с незнакомых устройств войти нельзя четверть часа. С устройства, на котором вы уже входили, можно войти и сейчас.'
          : 'Для вашей учётной записи много раз вводили неверный пароль. Поэтому оттуда, где его вводили, войти нельзя четверть часа.',
        'Если это были вы и пароль забыт, задайте новый: он сразу откроет вход.',
      ],
      label: 'Задать новый пароль',
      note: 'Если это были не вы, ничего делать не нужно: пароль никто не угадал.',
    }),
    why: 'Вы получили это письмо, потому что вход в вашу учётную запись на портале закрыли неверные пароли.',
  }),
  en: ({ url, minutes, strangers }) => ({
    subject: 'Many wrong passwords on the requests portal',
    preview: 'If it was not you, your account is safe.',
    heading: 'Many wrong passwords',
    blocks: passwordLink('en', {
      ...{ url, term: { minutes } },
      why: [
        strangers
          ? 'Wrong passwords were typed for your account many times. Unknown devices cannot sign in for a quarter of an hour. A device that you have signed in on before can sign in even now.'
          : 'Wrong passwords were typed for your account many times. From where they were typed nobody can sign in for a quarter of an hour.',
        'If it was you and the password is forgotten, set a new one: it opens your account at once.',
      ],
      label: 'Set a new password',
      note: 'If it was not you, there is nothing to do: nobody has guessed the password.',
    }),
    why: 'You are getting this letter because wrong passwords have closed the sign-in to your account on the portal.',
  }),
  sample: { url: 'https://portal.example/ru/admin/choose-password/9Zt4', minutes: 30, strangers: true },
})
