import type { KindDemo } from '../model'

const surname =
  'Чтобы не спутать вас с полным тёзкой, напишите, пожалуйста, номер договора или месяц последнего визита.'
const manyRecords =
  'Ваши сведения хранятся в трёх системах, часть — в архиве на бумаге. Чтобы ответ был полным, нам нужно ещё пять рабочих дней.'

const moreTime =
  'Your records are kept in three systems and partly on paper. To answer in full we need five more working days.'

export const accessDemo: KindDemo = {
  ru: [
    {
      details:
        'Прошу сообщить, какие мои персональные данные хранит клиника, для чего, откуда они получены и кому передавались.',
      question: surname,
      reply: 'Последний визит был в марте, договор лежит дома, номер пришлю вечером, если без него никак.',
      reasons: manyRecords,
      outcome: 'fulfilled',
      letter:
        'Мы храним ваши фамилию, имя и отчество, дату рождения, телефон, адрес электронной почты и записи о визитах. Всё это вы сообщили сами при заключении договора и при записи на приём.\n\nДанные нужны, чтобы оказывать вам услуги и исполнять договор. Третьим лицам их не передавали, кроме лаборатории, которая выполняла анализы по вашему направлению. Полный перечень с датами вам выдадут в регистратуре по паспорту.',
    },
    {
      details: 'Кто и когда смотрел мою карту за последний год? И передавали ли мои данные страховой компании?',
      question:
        'Уточните, пожалуйста, о каком полисе идёт речь: номер не нужен, достаточно названия страховой компании.',
      reply: 'Полис был от работодателя, страховая сменилась в январе. Интересует та, что была до этого.',
      reasons: manyRecords,
      outcome: 'partly',
      refusalGround: 'third-party-rights',
      letter:
        'За последний год к вашим записям обращались четыре раза: дважды при приёме, один раз при выставлении счёта и один раз по вашей просьбе о копии. Страховой компании переданы только номер полиса, дата и стоимость приёма.\n\nФамилии сотрудников мы не раскрываем: это затронуло бы права других людей. Это были врач, медицинская сестра, администратор и бухгалтер.',
    },
    {
      details:
        'Прошу копию всего, что есть обо мне в вашей системе, в электронном виде. Нужно для переезда в другой город.',
      question: 'Нужна ли вам и история записей на приём, или достаточно сведений из договора и выписок?',
      reply: 'Достаточно договора и выписок, историю записей не надо. Спасибо, что спросили.',
      reasons: manyRecords,
      outcome: 'fulfilled',
      letter:
        'Копии сведений, которые мы о вас храним, готовы: файл запишут на ваш носитель в регистратуре по паспорту. История записей на приём в него не вошла, как вы и просили; если она понадобится, напишите нам, это бесплатно.\n\nОтказываться от хранения в нашей клинике при переезде не нужно, но вы можете сделать это отдельным обращением.',
    },
    {
      details: 'Хочу понять, откуда у клиники мой номер телефона: вам он не давался, а сообщения приходят.',
      question: 'Подскажите, пожалуйста, с какого примерно числа приходят сообщения. Сам номер мы видим в обращении.',
      reply: 'С начала прошлого месяца, всего было три сообщения, все про акции.',
      reasons: manyRecords,
      outcome: 'fulfilled',
      letter:
        'Мы проверили все наши системы: вашего номера телефона и других сведений о вас у клиники нет, сообщений на этот номер мы не отправляли. Поэтому сообщить об источнике данных мы не можем.\n\nПохоже, сообщения приходят от другого отправителя. Если пришлёте снимок экрана с одним из них, поможем понять, к кому обратиться.',
    },
    {
      byAuthority: true,
      details:
        'В связи с обращением гражданина просим сообщить, на каком основании и для чего обрабатываются его персональные данные, и представить копию согласия.',
      question: 'Просим уточнить реквизиты обращения гражданина: в запросе не указана его дата.',
      reply: 'Дата обращения — первое число прошлого месяца.',
      reasons: 'Копия согласия хранится в архиве; для её представления требуется ещё пять рабочих дней.',
      outcome: 'fulfilled',
      letter:
        'Персональные данные гражданина обрабатываются на основании договора об оказании услуг и для его исполнения. Согласие на рассылки отозвано гражданином, рассылки прекращены в день отзыва. Копии договора, согласия и отзыва прилагаются.',
    },
  ],
  en: [
    {
      details:
        'Please tell me which personal data about me you hold, why, where they came from and who has received them.',
      question: 'To find every record: have you visited us under another surname, or only under this one?',
      reply: 'Only under this one. The visits were last spring.',
      reasons: moreTime,
      outcome: 'fulfilled',
      letter:
        'We hold your name, date of birth, e-mail address, phone number and the records of your two visits. You gave us these data yourself when you booked.\n\nThey are used to provide our services and to perform the contract. They were shared with nobody but the laboratory that ran the tests you were referred for. The front desk will hand you the full list with dates when you show your passport.',
    },
    {
      details: 'I need a copy of my contract and invoices in electronic form, for my insurer abroad.',
      question:
        'Shall we send the invoices in Russian, as they were issued, or would a bilingual certificate help more?',
      reply: 'A bilingual certificate would be perfect, thank you.',
      reasons: moreTime,
      outcome: 'fulfilled',
      letter:
        'The contract, the invoices and a bilingual certificate of payment are ready at the front desk. There is no charge for them. If your insurer asks for anything else, please write to us here.',
    },
  ],
}
