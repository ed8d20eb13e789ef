import { button, paragraph } from './blocks'
import { defineEmail } from './define'

export interface SecondFactorChangedProps {
  /** Whether signing in asks for a code now. */
  now: 'on' | 'off'
  /** The own account. */
  url: string
}

/** Whoever changed it, the owner hears of it. */
export const secondFactorChanged = defineEmail({
  name: 'second-factor-changed',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ now, url }: SecondFactorChangedProps) => ({
    subject: now === 'on' ? 'Вход на портал обращений теперь с кодом' : 'Вход на портал обращений теперь без кода',
    preview: 'Если это сделали вы, больше ничего делать не нужно.',
    heading: now === 'on' ? 'Второй шаг входа включён' : 'Второй шаг входа выключен',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        now === 'on'
          ? 'Теперь после пароля портал спросит код из приложения. Запасные коды на случай потери телефона показаны один раз: храните их отдельно от телефона.'
          : 'Теперь для входа достаточно пароля. Включить второй шаг снова можно в своей учётной записи.',
      ),
      paragraph(
        'Если это сделали не вы и не тот, кто ведёт у вас учётные записи, сразу смените пароль и скажите ему об этом.',
      ),
      button('Моя учётная запись', url),
    ],
    why: 'Вы получили это письмо, потому что второй шаг входа в вашу учётную запись на портале изменили.',
  }),
  en: ({ now, url }) => ({
    subject:
      now === 'on' ? 'The requests portal now asks you for a code' : 'The requests portal asks you for no code now',
    preview: 'If it was you, there is nothing more to do.',
    heading: now === 'on' ? 'The second step of signing in is on' : 'The second step of signing in is off',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        now === 'on'
          ? 'After the password the portal now asks for a code of your app. The spare codes for a lost phone were shown once: keep them apart from the phone.'
          : 'A password is now enough to sign in. You can turn the second step on again in your account.',
      ),
      paragraph(
        'If this was neither you nor whoever looks after the accounts where you work, change your password at once and tell them.',
      ),
      button('My account', url),
    ],
    why: 'You are getting this letter because the second step of signing in to your account on the portal was changed.',
  }),
  sample: { now: 'on', url: 'https://portal.example/ru/admin/account' },
})
