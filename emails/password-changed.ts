import { button, paragraph } from './blocks'
import { defineEmail } from './define'

export interface PasswordChangedProps {
  /** Where a new password is asked for: the link opens nothing by itself. */
  url: string
}

/** Whoever chose it, the owner hears of it. */
export const passwordChanged = defineEmail({
  name: 'password-changed',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ url }: PasswordChangedProps) => ({
    subject: 'Пароль для портала обращений изменён',
    preview: 'Если это сделали вы, больше ничего делать не нужно.',
    heading: 'Ваш пароль изменён',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        'Пароль вашей учётной записи изменили. Остальные открытые сеансы при этом закончились. Если это сделали вы, больше ничего делать не нужно.',
      ),
      paragraph(
        'Если это были не вы, сразу попросите ссылку для нового пароля: она придёт на этот адрес, а новый пароль закончит все сеансы, в том числе чужие. И скажите об этом тому, кто ведёт у вас учётные записи.',
      ),
      button('Попросить ссылку', url),
    ],
    why: 'Вы получили это письмо, потому что пароль вашей учётной записи на портале изменили.',
  }),
  en: ({ url }) => ({
    subject: 'Your password for the requests portal was changed',
    preview: 'If it was you, there is nothing more to do.',
    heading: 'Your password was changed',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        'The password of your account was changed. The other sessions that were open are over. If it was you, there is nothing more to do.',
      ),
      paragraph(
        'If it was not you, ask for a link to set a new password at once: it comes to this address, and the new password ends every session, other people’s too. And tell whoever looks after the accounts where you work.',
      ),
      button('Ask for a link', url),
    ],
    why: 'You are getting this letter because the password of your account on the portal was changed.',
  }),
  sample: { url: 'https://portal.example/ru/admin/forgot-password' },
})
