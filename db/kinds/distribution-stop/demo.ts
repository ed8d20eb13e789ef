import type { KindDemo } from '../model'

export const distributionStopDemo: KindDemo = {
  ru: [
    {
      details:
        'На странице «Отзывы» вашего сайта опубликован мой отзыв с фамилией и фотографией. Прошу больше его не показывать.',
      question: 'Убрать отзыв целиком или оставить текст без фамилии и фотографии?',
      reply: 'Целиком, пожалуйста.',
      outcome: 'fulfilled',
      letter:
        'Отзыв с вашей фамилией и фотографией снят со страницы, поисковым системам отправлена просьба обновить копию. Больше эти данные нигде не показываются и никому не передаются.',
    },
    {
      details:
        'В альбоме с дня открытых дверей есть снимок, где меня легко узнать. Разрешение на показ снимка отзываю.',
      question: 'Подскажите, пожалуйста, какой это снимок по счёту: их в альбоме больше сотни.',
      reply: 'Двадцать третий, у стойки регистратуры.',
      outcome: 'fulfilled',
      letter:
        'Снимок удалён из альбома на сайте и со страницы клиники в социальной сети. Файл без показа хранить незачем, он тоже удалён.',
    },
  ],
  en: [
    {
      details: 'My photograph is still on your page about patients from abroad. Please stop showing it anywhere.',
      question: 'Is it the picture in the reception hall, or the one with the doctor?',
      reply: 'The one in the reception hall.',
      outcome: 'fulfilled',
      letter:
        'The photograph is gone from the page and from the leaflet that could be downloaded there. It is shown and passed on nowhere any more.',
    },
  ],
}
