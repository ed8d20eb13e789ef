import { button, paragraph } from './blocks'
import { defineEmail } from './define'

export interface SecondFactorChangedProps {
  /** What has become of the second step. */
  now: 'on' | 'off' | 'passkey-added' | 'passkey-removed'
  /** The own account. */
  url: string
}

type Said = Record<SecondFactorChangedProps['now'], { subject: string; heading: string; text: string }>

const ru: Said = {
  on: {
    subject: 'Вход на портал обращений теперь с кодом',
    heading: 'Второй шаг входа включён',
    text: 'Теперь после пароля портал спросит код из приложения. Запасные коды на случай потери телефона показаны один раз: храните их отдельно от телефона.',
  },
  off: {
    subject: 'Вход на портал обращений теперь без кода',
    heading: 'Второй шаг входа выключен',
    text: 'Теперь для входа достаточно пароля. Включить второй шаг снова можно в своей учётной записи.',
  },
  'passkey-added': {
    subject: 'На портал обращений теперь можно войти новым ключом',
    heading: 'Добавлен ключ входа',
    text: 'После пароля вместо кода теперь можно прикоснуться к устройству, которое вы добавили. Приложение и запасные коды действуют по-прежнему.',
  },
  'passkey-removed': {
    subject: 'Ключ входа на портал обращений удалён',
    heading: 'Ключ входа удалён',
    text: 'Этим ключом больше не войти. Приложение и запасные коды действуют по-прежнему.',
  },
}

const en: Said = {
  on: {
    subject: 'The requests portal now asks you for a code',
    heading: 'The second step of signing in is on',
    text: 'After the password the portal now asks for a code of your app. The spare codes for a lost phone were shown once: keep them apart from the phone.',
  },
  off: {
    subject: 'The requests portal asks you for no code now',
    heading: 'The second step of signing in is off',
    text: 'A password is now enough to sign in. You can turn the second step on again in your account.',
  },
  'passkey-added': {
    subject: 'A new passkey opens the requests portal now',
    heading: 'A passkey was added',
    text: 'After the password you can now touch the device that you have added, in the place of a code. The app and the spare codes are good as before.',
  },
  'passkey-removed': {
    subject: 'A passkey of the requests portal was removed',
    heading: 'A passkey was removed',
    text: 'Nobody signs in with it any more. The app and the spare codes are good as before.',
  },
}

/** Whoever changed it, the owner hears of it. */
export const secondFactorChanged = defineEmail({
  name: 'second-factor-changed',
  audience: 'staff',
  staleWhen: 'never',
  ru: ({ now, url }: SecondFactorChangedProps) => ({
    subject: ru[now].subject,
    preview: 'Если это сделали вы, больше ничего делать не нужно.',
    heading: ru[now].heading,
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(ru[now].text),
      paragraph(
        'Если это сделали не вы и не тот, кто ведёт у вас учётные записи, сразу смените пароль и скажите ему об этом.',
      ),
      button('Моя учётная запись', url),
    ],
    why: 'Вы получили это письмо, потому что второй шаг входа в вашу учётную запись на портале изменили.',
  }),
  en: ({ now, url }) => ({
    subject: en[now].subject,
    preview: 'If it was you, there is nothing more to do.',
    heading: en[now].heading,
    blocks: [
      paragraph('Hello,'),
      paragraph(en[now].text),
      paragraph(
        'If this was neither you nor whoever looks after the accounts where you work, change your password at once and tell them.',
      ),
      button('My account', url),
    ],
    why: 'You are getting this letter because the second step of signing in to your account on the portal was changed.',
  }),
  sample: { now: 'on', url: 'https://portal.example/ru/admin/account' },
})
