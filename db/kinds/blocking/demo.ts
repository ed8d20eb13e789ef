import type { KindDemo } from '../model'

export const blockingDemo: KindDemo = {
  ru: [
    {
      details: 'В карте чужой телефон. Прошу заблокировать мои данные, пока вы проверяете, кому уходили сообщения.',
      question: 'Какие последние две цифры у чужого номера? Целиком его присылать не нужно.',
      reply: 'Последние цифры 41.',
      reasons: 'Проверяем журнал отправки сообщений за год, оператор связи ответит на следующей неделе.',
      outcome: 'fulfilled',
      letter:
        'Данные были заблокированы в день вашего обращения. Проверка показала, что номер введён с опечаткой; ушло два напоминания с датой приёма, без других сведений. Номер исправлен, блокирование снято.',
    },
    {
      details: 'Не узнаю подпись на согласии, которое лежит в карте. Прошу приостановить использование моих данных.',
      question: 'Сможете зайти, чтобы сверить подпись? Если неудобно, пришлём снимок документа сюда.',
      reply: 'Лучше снимок, в город приеду нескоро.',
      reasons: 'Ждём из архива оригинал согласия, чтобы сверить подпись.',
      outcome: 'partly',
      refusalGround: 'other-lawful-basis',
      letter:
        'Мы сверили документы: согласие на рассылки подписано не вами, оно уничтожено, рассылки прекращены. Договор и согласие на медицинское вмешательство подписаны вами при регистраторе, они остаются. С этого дня данные снова используются только для оказания услуг.',
    },
  ],
  en: [
    {
      details: 'Someone else’s visits appear in my account. Please block my data until you have checked this.',
      question: 'On which date did you first see the other person’s visits?',
      reply: 'On Monday evening.',
      reasons: 'We are going through the log of the past year and need a little longer to be sure.',
      outcome: 'fulfilled',
      letter:
        'Your data were blocked on the day you wrote. Two files had been joined by mistake; they are separated again, and nobody else has opened yours. The block is lifted.',
    },
  ],
}
