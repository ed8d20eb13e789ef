import { t } from '../../operators/text'
import type { KindLaw } from '../model'
import { calendarDays, term } from '../terms'

const basis = t(
  '323-ФЗ, ч. 4–5 ст. 22; приказ Минздрава № 789н от 31.07.2020',
  '323-FZ, art. 22(4–5); Minzdrav order No. 789n of 31.07.2020',
)

/** A right of its own, beside access to data: copies go on paper, or electronically by ways that are safe for them. */
export const medicalCopiesLaw = {
  legalBasis: basis,
  summary: t(
    'Копии карты, снимков и выписки из них — отдельное право пациента (323-ФЗ, ст. 22). Их выдаёт сама клиника по заявлению: здесь сказано, как и куда его подать.',
    'Copies of your chart, scans and extracts are a patient’s right of its own (323-FZ, art. 22). The clinic itself gives them out: here you read how and where to apply.',
  ),
  terms: [term('answer', calendarDays(30), basis)],
  ask: {},
} satisfies KindLaw
