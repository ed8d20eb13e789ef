import { defineEmail } from './define'
import { passwordLink } from './password-link'

export interface StaffInvitationProps {
  url: string
  /** How long the link is valid, in days. */
  days: number
}

export const staffInvitation = defineEmail({
  name: 'staff-invitation',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ url, days }: StaffInvitationProps) => ({
    subject: 'Приглашение на портал обращений',
    preview: 'Задайте пароль, чтобы начать работу.',
    heading: 'Добро пожаловать',
    blocks: passwordLink('ru', {
      ...{ url, term: { days } },
      why: ['Для вас создана учётная запись на портале обращений. Чтобы начать работу, задайте пароль.'],
      label: 'Задать пароль',
    }),
    why: 'Вы получили это письмо, потому что этот адрес указали, когда создавали учётную запись на портале. Если вы не ждали приглашения, просто удалите письмо.',
  }),
  en: ({ url, days }) => ({
    subject: 'Invitation to the requests portal',
    preview: 'Set your password to begin.',
    heading: 'Welcome',
    blocks: passwordLink('en', {
      ...{ url, term: { days } },
      why: ['An account on the requests portal has been made for you. Set your password to begin.'],
      label: 'Set the password',
    }),
    why: 'You are getting this letter because this address was given for a new account on the portal. If you did not expect an invitation, please ignore this letter.',
  }),
  sample: { url: 'https://portal.example/ru/admin/choose-password/9Zt4', days: 7 },
})
