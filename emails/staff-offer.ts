import { button, paragraph } from './blocks'
import { defineEmail } from './define'

export interface StaffOfferProps {
  url: string
  /** How long it can be accepted, in days. */
  days: number
}

/** To somebody who has an account already: one more clinic invites them. */
export const staffOffer = defineEmail({
  name: 'staff-offer',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ url, days }: StaffOfferProps) => ({
    subject: 'Приглашение на портал обращений',
    preview: 'Примите его или откажитесь.',
    heading: 'Вас приглашают',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        `Вас приглашают работать с обращениями ещё в одном месте. Войдите с вашим прежним паролем: на портале видно, кто приглашает. Принять приглашение или отказаться от него можно в течение ${days} дней.`,
      ),
      button('Посмотреть приглашение', url),
    ],
  }),
  en: ({ url, days }) => ({
    subject: 'Invitation to the requests portal',
    preview: 'Accept it or decline it.',
    heading: 'You are invited',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        `You are invited to work on requests in one more place. Sign in with the password that you have: the portal shows who invites you. You can accept or decline within ${days} days.`,
      ),
      button('See the invitation', url),
    ],
  }),
  sample: { url: 'https://portal.example/ru/admin', days: 7 },
})
