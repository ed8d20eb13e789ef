import type { KindDemo } from '../model'

export const deletionDemo: KindDemo = {
  ru: [
    {
      ground: 'consent-withdrawn',
      details: 'Отзываю согласие и прошу удалить мои данные: услугами клиники больше не пользуюсь.',
      question: 'У вас остался неиспользованный остаток по договору. Вернуть его на карту, с которой вы платили?',
      reply: 'Да, верните на ту же карту. После этого удаляйте.',
      outcome: 'partly',
      refusalGround: 'legal-retention',
      letter:
        'Мы удаляем ваши контакты, учётную запись на сайте и сведения для рассылок. Когда всё будет уничтожено, это появится на странице вашего обращения.\n\nОстаются медицинская карта (закон требует хранить её 25 лет) и документы об оплате (5 лет). Ни для чего другого эти сведения использоваться не будут.',
    },
    {
      ground: 'unneeded',
      details:
        'Заявка на консультацию оставлена полтора года назад, договора не было. Прошу удалить всё, что сохранилось.',
      question: 'Подскажите, заявка оставлялась через форму на сайте или по телефону? Так мы быстрее её найдём.',
      reply: 'Через форму на сайте.',
      outcome: 'fulfilled',
      letter:
        'Мы удаляем заявку и всё, что с ней связано: имя, телефон, почту и текст сообщения. Договора с вами не было, поэтому хранить нам больше нечего. Когда всё будет уничтожено, это появится на странице вашего обращения.',
    },
    {
      ground: 'stop-processing',
      details:
        'Требую прекратить обработку моих данных в отделе заботы о пациентах: опросы после визитов мне не нужны.',
      question: 'Прекратить только опросы или и напоминания о записи на приём?',
      reply: 'Только опросы, напоминания полезны.',
      reasons: 'Опросы проводит подрядчик; ему нужно время, чтобы подтвердить удаление. Просим ещё пять рабочих дней.',
      outcome: 'fulfilled',
      letter:
        'Опросы прекращены, подрядчик подтвердил удаление вашего номера письмом. Напоминания о приёме остаются, как вы и просили; отключить их можно в любой день.',
    },
    {
      ground: 'stop-processing',
      details: 'Прошу больше не использовать мою фотографию на сайте клиники и удалить её из архива.',
      question: 'На какой странице вы видели фотографию? Достаточно названия раздела.',
      reply: 'В разделе с отзывами, третья сверху.',
      reasons: 'Архив фотографий ведёт внешняя студия, ответ от неё ожидается на следующей неделе.',
      outcome: 'fulfilled',
      letter:
        'Фотография снята с сайта и удалена из архива, студия подтвердила удаление своих копий. Просим прощения, что этого не сделали сразу после отзыва вашего разрешения.',
    },
    {
      ground: 'consent-withdrawn',
      details: 'Удалите мою карту полностью, включая записи о приёмах.',
      question: 'Прежде чем ответить, хотим убедиться: вы понимаете, что выписку потом восстановить будет нельзя?',
      reply: 'Понимаю. Если карту удалить нельзя, удалите хотя бы остальное.',
      outcome: 'refused',
      refusalGround: 'legal-retention',
      letter:
        'Медицинскую карту мы обязаны хранить 25 лет после последней записи и удалить её не вправе, даже по вашей просьбе. Других сведений о вас, которые можно было бы удалить, у клиники нет: рассылок и учётной записи у вас не было.\n\nДоступ к карте ограничен: открыть её может только лечащий врач с записью в журнале.',
    },
  ],
  en: [
    {
      ground: 'consent-withdrawn',
      details: 'I have moved abroad and withdraw my consent. Please delete what you hold about me.',
      question: 'There is a small balance left on your contract. Shall we return it to the card you paid with?',
      reply: 'Yes, please, to the same card.',
      outcome: 'partly',
      refusalGround: 'legal-retention',
      letter:
        'We are deleting your contact details, your account and everything used for mailings, and the balance is returned. When all of it is destroyed, the page of your request will say so.\n\nThe law makes us keep your medical file for 25 years and payment records for 5. They will be used for nothing else.',
    },
    {
      ground: 'stop-processing',
      details: 'Please stop sharing my data with the survey company you work with.',
      question: 'Would you still like to receive reminders of your appointments?',
      reply: 'Yes, reminders are welcome.',
      reasons: 'The survey company has to confirm the deletion; we expect its letter next week.',
      outcome: 'fulfilled',
      letter: 'Your data are no longer shared with the survey company; it has confirmed that your number is deleted.',
    },
    {
      ground: 'unneeded',
      details: 'I asked for a price list two years ago and never became a patient. Please delete my details.',
      question: 'Did you write to us through the site or by e-mail? It helps us to find your message.',
      reply: 'Through the form on the site.',
      outcome: 'fulfilled',
      letter: 'Your message and the details in it are deleted. We hold nothing else about you.',
    },
  ],
}
