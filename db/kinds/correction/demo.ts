import type { KindDemo } from '../model'

export const correctionDemo: KindDemo = {
  ru: [
    {
      details: 'После замужества сменилась фамилия, в договоре и на сайте осталась прежняя.',
      correction: {
        wrong: 'Прежняя фамилия в договоре и личном кабинете',
        right: 'Фамилия, с которой подано обращение',
      },
      question:
        'Покажите, пожалуйста, в клинике свидетельство о браке или страницу паспорта о браке: номер можно закрыть.',
      reply: 'Свидетельство показано в регистратуре сегодня утром.',
      outcome: 'fulfilled',
      letter:
        'Фамилия исправлена в договоре, в карте и в личном кабинете. Лабораторию, которой передавались прежние сведения, мы уведомили. Новый экземпляр договора можно забрать в регистратуре в любой день.',
    },
    {
      details: 'В карте ошибка в дате рождения: из-за этого результаты анализов не открываются в кабинете.',
      correction: {
        wrong: 'Год рождения указан с опечаткой',
        right: 'Дата рождения, как в паспорте и в этом обращении',
      },
      question: 'Подтвердите, пожалуйста, что дата рождения в обращении указана верно: день, месяц и год.',
      reply: 'Да, в обращении всё верно.',
      outcome: 'fulfilled',
      letter:
        'Дата рождения исправлена, результаты снова открываются. Ошибка возникла при переносе сведений с бумаги; мы проверили остальные записи того же дня.',
    },
    {
      details: 'Сменились телефон и почта. На старый номер, возможно, приходят чужие напоминания о моих приёмах.',
      correction: { wrong: 'Старый телефон и старая почта', right: 'Телефон и почта из этого обращения' },
      question: 'Старый номер удалить совсем или оставить для связи с вашими близкими?',
      reply: 'Удалить совсем, пожалуйста.',
      outcome: 'fulfilled',
      letter:
        'Телефон и почта заменены, старый номер удалён отовсюду, напоминания на него больше не отправляются. Спасибо, что сообщили.',
    },
    {
      details: 'Прошу исправить запись о приёме: там указано не то, что было сказано.',
      correction: { wrong: 'Запись о приёме', right: 'Убрать последнее предложение записи' },
      question: 'Назовите, пожалуйста, дату приёма: содержание пересказывать не нужно.',
      reply: 'Приём был во второй половине прошлого месяца, в среду.',
      outcome: 'refused',
      refusalGround: 'legal-retention',
      letter:
        'Вывод врача — часть медицинской документации, и закон обязывает хранить её такой, какой она составлена. Удалить предложение мы не вправе.\n\nМы приобщили к карте ваше возражение: каждый, кто откроет запись, увидит его рядом. Если хотите, заведующий отделением встретится с вами и объяснит запись.',
    },
  ],
  en: [
    {
      details: 'My first name is misspelt in the contract, so my insurer does not accept it.',
      correction: { wrong: 'First name misspelt in the contract', right: 'First name as in this request' },
      question: 'Could you show the page of your passport with your name at the front desk? You may cover the number.',
      reply: 'I showed it at the front desk today, with the number covered.',
      outcome: 'fulfilled',
      letter:
        'Your name is corrected in the contract, in your file and in your account. A new copy of the contract is ready at the front desk. We are sorry for the trouble with your insurer.',
    },
  ],
}
