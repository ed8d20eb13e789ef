/** Made-up people, the same for the same place in the list: so a benchmark knows whom to look for. */
export interface Patient {
  lastName: string
  firstName: string
  email: string
  phone: string
}

const stems = ['Алексе', 'Василь', 'Григорь', 'Дмитри', 'Евсе', 'Захар', 'Игнать', 'Кондрать', 'Лавренть', 'Матве']
const middles = ['', 'ен', 'ич', 'ов', 'ц', 'ук', 'ян', 'ш', 'ор', 'ак']
const endings = ['ев', 'ский', 'енко', 'юк', 'ин', 'ко', 'ян', 'ич', 'ов', 'их']
const names = ['Анна', 'Борис', 'Вера', 'Глеб', 'Дарья', 'Егор', 'Жанна', 'Илья', 'Кира', 'Лев', 'Мария', 'Олег']

const at = (list: readonly string[], place: number): string => list[place % list.length] ?? ''

/** Each person files twice: a search by e-mail or phone finds two requests, one by surname some hundred in a million. */
export function patient(place: number): Patient {
  const person = Math.floor(place / 2)
  const family = (person * 7_919) % 5_000
  const tail = family >= 1_000 ? String.fromCodePoint(0x430 + Math.floor(family / 1_000)) : ''
  return {
    lastName: at(stems, family) + at(middles, Math.floor(family / 10)) + at(endings, Math.floor(family / 100)) + tail,
    firstName: at(names, person),
    email: `patient-${person}@patients.example`,
    phone: `+7 900 ${String(person).padStart(7, '0')}`,
  }
}
