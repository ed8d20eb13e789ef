import { button, paragraph } from './blocks'
import { defineEmail } from './define'
import { plural } from './words'

export interface StaffInvitationProps {
  setPasswordUrl: string
  /** How long the link is valid, in hours. */
  hours: number
}

export const staffInvitation = defineEmail({
  name: 'staff-invitation',
  audience: 'staff',
  ru: ({ setPasswordUrl, hours }: StaffInvitationProps) => ({
    subject: 'Приглашение на портал обращений',
    preview: 'Задайте пароль, чтобы начать работу.',
    heading: 'Добро пожаловать',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph('Для вас создана учётная запись на портале обращений. Чтобы начать работу, задайте пароль.'),
      button('Задать пароль', setPasswordUrl),
      paragraph(
        `Ссылка действует ${hours} ${plural('ru', hours, { one: 'час', few: 'часа', many: 'часов' })} и срабатывает один раз. Не пересылайте её никому.`,
      ),
    ],
    why: 'Вы получили это письмо, потому что администратор портала указал этот адрес, когда создавал учётную запись. Если вы не ждали приглашения, просто удалите письмо.',
  }),
  en: ({ setPasswordUrl, hours }) => ({
    subject: 'Invitation to the requests portal',
    preview: 'Set your password to begin.',
    heading: 'Welcome',
    blocks: [
      paragraph('Hello,'),
      paragraph('An account on the requests portal has been made for you. Set your password to begin.'),
      button('Set the password', setPasswordUrl),
      paragraph(
        `The link is valid for ${hours} ${plural('en', hours, { one: 'hour', other: 'hours' })} and works once. Do not forward it to anyone.`,
      ),
    ],
    why: 'You are getting this letter because an administrator of the portal gave this address for a new account. If you did not expect an invitation, please ignore this letter.',
  }),
  sample: { setPasswordUrl: 'https://portal.example/ru/admin/set-password/9Zt4', hours: 24 },
})
