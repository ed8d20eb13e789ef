import { button, paragraph } from './blocks'
import { defineEmail } from './define'
import { plural } from './words'

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
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph('Для вас создана учётная запись на портале обращений. Чтобы начать работу, задайте пароль.'),
      button('Задать пароль', url),
      paragraph(
        `Ссылка действует ${days} ${plural('ru', days, { one: 'день', few: 'дня', many: 'дней' })} и срабатывает один раз. Не пересылайте её никому.`,
      ),
    ],
    why: 'Вы получили это письмо, потому что этот адрес указали, когда создавали учётную запись на портале. Если вы не ждали приглашения, просто удалите письмо.',
  }),
  en: ({ url, days }) => ({
    subject: 'Invitation to the requests portal',
    preview: 'Set your password to begin.',
    heading: 'Welcome',
    blocks: [
      paragraph('Hello,'),
      paragraph('An account on the requests portal has been made for you. Set your password to begin.'),
      button('Set the password', url),
      paragraph(
        `The link is valid for ${days} ${plural('en', days, { one: 'day', other: 'days' })} and works once. Do not forward it to anyone.`,
      ),
    ],
    why: 'You are getting this letter because this address was given for a new account on the portal. If you did not expect an invitation, please ignore this letter.',
  }),
  sample: { url: 'https://portal.example/ru/admin/choose-password/9Zt4', days: 7 },
})
