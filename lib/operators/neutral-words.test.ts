import { expect, it } from 'vitest'
import { imed } from '@/db/operators/imed'
import { isNeutral } from './neutral-words'

it.each([
  'Спасибо, что обратились. Мы отвечаем по будням.',
  'Служба ответов на обращения',
  'Экономия вашего времени важна для нас',
  'Thank you for writing. We answer on working days.',
])('%j tells a stranger nothing', (text) => expect(isNeutral(text, imed)).toBe(true))

it.each([
  ...[
    'С уважением, АйМед',
    'ООО «АйМед»',
    'Ваша клиника',
    'Врачи отвечают по будням',
    'О вашем лечении',
    'Отдел ЭКО',
    'Лечение зубов',
    'Запись на УЗИ',
    'Он-клиник',
  ],
  ...['Пишите на info@imed-group.ru', 'imed-group.ru', 'Зайдите на https://nord.example', 'Про удаление данных'],
  ...['Your clinic', 'The eye department', 'IMed team', 'About your treatment', 'See www.nord.example'],
])('%j tells what the organisation is, or what was asked', (text) => expect(isNeutral(text, imed)).toBe(false))
