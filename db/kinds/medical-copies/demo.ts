import type { KindDemo } from '../model'

export const medicalCopiesDemo: KindDemo = {
  ru: [
    {
      details: 'Прошу выдать копии медицинской карты и выписку за прошлый год. Заберу на бумаге.',
      question: 'Нужны ли вместе с картой снимки на диске? Их записывает другой кабинет.',
      reply: 'Да, снимки тоже нужны.',
      outcome: 'fulfilled',
      letter:
        'Копии карты, выписка и диск со снимками готовы. Их можно забрать в регистратуре в любой рабочий день, с паспортом. По обычной электронной почте мы такие документы не отправляем.',
    },
  ],
  en: [
    {
      details: 'I am moving abroad and need copies of my chart for the past three years, on paper.',
      question: 'Would you like the test results as well? They are kept apart from the chart.',
      reply: 'Yes, please, the results too.',
      outcome: 'fulfilled',
      letter:
        'The copies and the test results are ready at the reception desk, on any working day and against your passport. We do not send such documents by plain e-mail.',
    },
  ],
}
