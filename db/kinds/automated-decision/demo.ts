import type { KindDemo } from '../model'

export const automatedDecisionDemo: KindDemo = {
  ru: [
    {
      details:
        'Сайт сам отказал мне в рассрочке сразу после заполнения анкеты, без звонка и объяснений. Прошу, чтобы анкету посмотрел человек.',
      question: 'Подскажите, пожалуйста, в какой день это было: анкету мы найдём по дате и имени.',
      reply: 'В прошлый четверг, вечером.',
      outcome: 'fulfilled',
      letter:
        'Анкету рассмотрела сотрудница финансового отдела. Программа отказала из-за опечатки в дате рождения; решение отменено, рассрочка доступна вам с сегодняшнего дня.\n\nПрограмма сравнивает сведения анкеты с договором. Теперь каждый её отказ сначала видит человек.',
    },
  ],
  en: [
    {
      details:
        'Your booking system closed online booking for me by itself after one missed visit. I object, and ask that a person looks at it.',
      question: 'Do you remember which visit it counts as missed?',
      reply: 'The one in the first week of the month. I had cancelled it by phone.',
      outcome: 'fulfilled',
      letter:
        'A colleague has looked at it: your call is in our log, so the visit was cancelled in time. Online booking is open to you again. The system blocks booking after a missed visit; from now on somebody checks that first.',
    },
  ],
}
