import type { Locale, StaffRole } from '../enums'

/** Somebody who may sign in to the demo. */
export interface DemoAccount {
  email: string
  password: string
  role: StaffRole
  /** Slugs of the clinics it belongs to; an admin runs the installation and belongs to none. */
  operators: readonly string[]
  name: string
  locale: Locale
}

/** One for all accounts, so that it can be remembered: the demo runs on a database of its own, on one machine. */
export const demoPassword = 'demo-clinic-2026'

const every = ['medsystems', 'imed', 'imvizhn', 'eco-smolensk', 'caop1'] as const
type Slug = (typeof every)[number]

const account = (
  email: string,
  role: StaffRole,
  name: string,
  operators: readonly Slug[],
  locale: Locale = 'ru',
): DemoAccount => ({ email, password: demoPassword, role, operators, name, locale })

/** An officer and a lead a clinic, an officer of two clinics, and who looks after them all. */
export const accounts: readonly DemoAccount[] = [
  account('officer@medsystems.example', 'officer', 'Кира Самойлова', ['medsystems']),
  account('lead@medsystems.example', 'lead', 'Helen Brook', ['medsystems'], 'en'),
  account('officer@imed.example', 'officer', 'Тимур Галиев', ['imed']),
  account('lead@imed.example', 'lead', 'Вера Лукьянова', ['imed']),
  account('officer@imvizhn.example', 'officer', 'Полина Зотова', ['imvizhn']),
  account('lead@imvizhn.example', 'lead', 'Глеб Арсеньев', ['imvizhn']),
  account('officer@eco-smolensk.example', 'officer', 'Дарья Юркова', ['eco-smolensk']),
  account('lead@eco-smolensk.example', 'lead', 'Олег Панкратов', ['eco-smolensk']),
  account('officer@caop1.example', 'officer', 'Роман Титов', ['caop1']),
  account('lead@caop1.example', 'lead', 'Инна Воробьёва', ['caop1']),
  account('officer@two-clinics.example', 'officer', 'Яна Комиссарова', ['imvizhn', 'eco-smolensk']),
  account('auditor@portal.example', 'auditor', 'Марк Левитин', every),
  account('admin@portal.example', 'admin', 'Алёна Ремизова', []),
]
