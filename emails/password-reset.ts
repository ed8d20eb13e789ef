import { defineEmail } from './define'
import { passwordLink } from './password-link'

export interface PasswordResetProps {
  url: string
  /** How long the link is valid, in minutes. */
  minutes: number
}

export const passwordReset = defineEmail({
  name: 'password-reset',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ url, minutes }: PasswordResetProps) => ({
    subject: 'Новый пароль для портала обращений',
    preview: 'Ссылка, по которой можно задать новый пароль.',
    heading: 'Новый пароль',
    blocks: passwordLink('ru', {
      ...{ url, term: { minutes } },
      why: ['По этой ссылке вы зададите новый пароль. Все открытые сеансы при этом закончатся.'],
      label: 'Задать новый пароль',
    }),
    why: 'Вы получили это письмо, потому что для вашей учётной записи попросили новый пароль. Если это были не вы, просто удалите письмо: прежний пароль действует.',
  }),
  en: ({ url, minutes }) => ({
    subject: 'A new password for the requests portal',
    preview: 'The link to set a new password.',
    heading: 'A new password',
    blocks: passwordLink('en', {
      ...{ url, term: { minutes } },
      why: ['This link lets you set a new password. It ends every session that is open.'],
      label: 'Set a new password',
    }),
    why: 'You are getting this letter because a new password was asked for for your account. If that was not you, please ignore this letter: your password still works.',
  }),
  sample: { url: 'https://portal.example/ru/admin/choose-password/9Zt4', minutes: 30 },
})
