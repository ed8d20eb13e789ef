import type { KindDemo } from '../model'

export const consentWithdrawalDemo: KindDemo = {
  ru: [
    {
      scope: 'all-processing',
      details: 'Отзываю согласие на обработку персональных данных, данное при первом визите.',
      question: 'У вас есть запись на следующий месяц. Отменить её?',
      reply: 'Да, отмените.',
      outcome: 'partly',
      refusalGround: 'legal-retention',
      letter:
        'Согласие отозвано, запись отменена, обработка по согласию прекращена. Сведения, которые клиника обязана хранить по другим законам, — карта и документы об оплате — остаются и используются только для этого.',
    },
    {
      scope: 'all-processing',
      details: 'Согласие было подписано вместе с договором, который не состоялся. Отзываю его.',
      question: 'Подскажите примерную дату, когда подписывались бумаги.',
      reply: 'Осенью, точнее не помню.',
      outcome: 'fulfilled',
      letter: 'Согласие отозвано. Договора не было, поэтому все ваши сведения уничтожены, об этом составлен акт.',
    },
    {
      scope: 'mailing',
      mailingChannels: ['sms', 'calls'],
      details: 'Не звоните и не пишите мне про акции. Письма на почту можно оставить.',
      question: 'Напоминания о записи на приём тоже отключить?',
      reply: 'Нет, напоминания оставьте.',
      outcome: 'fulfilled',
      letter: 'SMS и звонки с предложениями отключены сегодня. Письма и напоминания о приёме остаются, как вы просили.',
    },
    {
      scope: 'mailing',
      mailingChannels: ['email'],
      details: 'Отпишите меня от рассылки: ссылка в письме не работает.',
      question: 'Рассылка приходит на адрес из обращения или на другой?',
      reply: 'На этот же.',
      outcome: 'fulfilled',
      letter: 'Адрес исключён из рассылки сегодня. Ссылка в письмах исправлена, спасибо, что сообщили о ней.',
    },
  ],
  en: [
    {
      scope: 'all-processing',
      details: 'I withdraw the consent that I signed at my first visit.',
      question: 'You have an appointment next month. Shall we cancel it?',
      reply: 'Yes, please cancel it.',
      outcome: 'partly',
      refusalGround: 'legal-retention',
      letter:
        'Your consent is withdrawn and the appointment cancelled. What other laws make us keep, your file and payment records, stays and is used for that alone.',
    },
    {
      scope: 'mailing',
      mailingChannels: ['email', 'sms'],
      details: 'Please stop the newsletters and text messages.',
      question: 'Shall reminders of appointments stop as well?',
      reply: 'No, please keep those.',
      outcome: 'fulfilled',
      letter: 'Newsletters and text messages stopped today. Reminders of your appointments stay, as you asked.',
    },
  ],
}
