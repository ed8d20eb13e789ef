import { button, paragraph } from './blocks'
import { defineEmail } from './define'

export interface StaffJoinedProps {
  url: string
}

/** To somebody who has an account already: there is one more place where they may work. */
export const staffJoined = defineEmail({
  name: 'staff-joined',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ url }: StaffJoinedProps) => ({
    subject: 'Вас добавили на портал обращений',
    preview: 'Войдите с вашим прежним паролем.',
    heading: 'Вас добавили на портал',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph('Вам открыта работа на портале обращений. Пароль остаётся прежним.'),
      button('Открыть портал', url),
    ],
  }),
  en: ({ url }) => ({
    subject: 'You have been added to the requests portal',
    preview: 'Sign in with the password that you have.',
    heading: 'You have been added to the portal',
    blocks: [
      paragraph('Hello,'),
      paragraph('You can now work on the requests portal. Your password stays the same.'),
      button('Open the portal', url),
    ],
  }),
  sample: { url: 'https://portal.example/ru/admin' },
})
