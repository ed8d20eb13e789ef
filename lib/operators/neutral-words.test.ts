import { expect, it } from 'vitest'
import { imed } from '@/db/operators/imed'
import { tellingPart } from './neutral-words'

it.each([
  'Спасибо, что обратились. Мы отвечаем по будням.',
  'Служба ответов на обращения',
  'Экономия вашего времени важна для нас',
  'С уважением, Ольга Нечаева',
  'Отвечаем с 9:00 до 18:00, в течение 30 дней.',
  'Thank you for writing. We answer on working days.',
  'Time delays are told at once.',
])('%j tells a stranger nothing', (text) => expect(tellingPart(text, imed)).toBeUndefined())

const north = {
  ...imed,
  slug: 'north-star',
  ...{ name: { ru: 'Северная звезда', en: 'North Star' }, legalName: { ru: 'ООО «СЗ»', en: 'NS LLC' } },
}

it.each([
  ...['С уважением, АйМед', 'ООО «АйМед»', 'Ай-Мед', 'I Med', 'IMéd', 'Ваша клиника', 'Врачи отвечают по будням'],
  ...[
    'О вашем лечении',
    'Отдел ЭКО',
    'ЭКО-центр',
    'Лечение зубов',
    'Запись на УЗИ',
    'Он-клиник',
    'Роддом',
    'УЗИ и МРТ',
  ],
  ...['Медрегистратор', 'К Л И Н И К А', 'клин\u0301ика', 'Главврач', 'Про ВИЧ', 'Отделение, где лечат рак'],
  ...['Пишите на info@imed-group.ru', 'imed-group.ru', 'Зайдите на https://nord.example', 'почта.рф'],
  ...['Про удаление данных', 'Удаление ваших данных', 'Ждём вас на улице Степана Разина', 'Офис в Екатеринбурге'],
  ...['Звоните: 8 (343) 123-45-67', 'ОГРН 1026605237242'],
  ...['Your clinic', 'c l i n i c', 'C-L-I-N-I-C', 'clínic', 'сlinic', 'The eye department', 'IMed team', 'Dr. House'],
  ...['About your treatment', 'See www.nord.example', 'Maternity unit', 'Embryo lab', 'Stepana Razina 12', 'HIV test'],
])('%j tells what the organisation is, or what was asked', (text) => expect(tellingPart(text, imed)).toBeDefined())

it.each(['Команда «СЕВЕРНОЙ ЗВЕЗДЫ»', 'NorthStar', 'North-Star team', 'У Северной Звезды'])(
  '%j names the clinic',
  (text) => expect(tellingPart(text, north)).toBeDefined(),
)

it('says which word it is', () => expect(tellingPart('Ваш лечащий врач', imed)).toBe('лечащий'))
