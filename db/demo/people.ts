import type { Locale } from '../enums'

/** An invented person. None of them exists; their mailboxes are of names reserved for examples (RFC 2606). */
export interface DemoPerson {
  locale: Locale
  sex: 'f' | 'm'
  lastName: string
  firstName: string
  middleName: string
  birthDate: string
  email: string
  /** Empty for a person who gives none. */
  phone: string
}

type Row = readonly [lastName: string, firstName: string, middleName: string, birthDate: string, mailbox: string]

const people = (locale: Locale, sex: 'f' | 'm', host: string, rows: readonly Row[]): DemoPerson[] =>
  rows.map(([lastName, firstName, middleName, birthDate, mailbox], index) => ({
    locale,
    sex,
    lastName,
    firstName,
    middleName,
    birthDate,
    email: `${mailbox}@${host}`,
    phone: index % 4 === 3 ? '' : phoneOf(mailbox),
  }))

/** A number that nobody was given: its last seven digits begin with zeros. */
function phoneOf(mailbox: string): string {
  const digits = [...mailbox].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_000, 7)
  const text = String(digits).padStart(4, '0')
  return `+7 900 000-${text.slice(0, 2)}-${text.slice(2)}`
}

export const demoPeople: readonly DemoPerson[] = [
  ...people('ru', 'f', 'example.org', [
    ['Белозёрова', 'Анна', 'Сергеевна', '1986-04-17', 'anna.belozerova'],
    ['Каримова', 'Лейла', 'Рустамовна', '1991-11-02', 'leyla.karimova'],
    ['Ткаченко', 'Ольга', 'Викторовна', '1974-07-29', 'o.tkachenko'],
    ['Синицына', 'Мария', 'Павловна', '1959-01-08', 'maria.sinitsyna'],
    ['Гордеева', 'Юлия', 'Андреевна', '1995-09-23', 'yulia.gordeeva'],
    ['Мельникова', 'Татьяна', 'Ивановна', '1948-03-11', 't.melnikova'],
    ['Ахметова', 'Алсу', 'Ильдаровна', '1983-12-30', 'alsu.akhmetova'],
    ['Романенко', 'Ксения', 'Дмитриевна', '1999-06-05', 'ksenia.romanenko'],
    ['Полякова', 'Елена', 'Борисовна', '1968-10-14', 'elena.polyakova'],
    ['Цветкова', 'Вероника', 'Олеговна', '1989-02-19', 'v.tsvetkova'],
    ['Маркарян', 'Нарине', 'Арменовна', '1978-08-26', 'narine.markaryan'],
    ['Жданова', 'Софья', 'Михайловна', '2001-05-31', 'sofya.zhdanova'],
    ['Осипова', 'Лариса', 'Геннадьевна', '1962-04-03', 'larisa.osipova'],
    ['Будаева', 'Сэсэг', 'Баировна', '1993-07-12', 'seseg.budaeva'],
    ['Кравцова', 'Надежда', 'Фёдоровна', '1955-12-21', 'n.kravtsova'],
    ['Логинова', 'Ирина', 'Вадимовна', '1980-09-09', 'irina.loginova'],
  ]),
  ...people('ru', 'm', 'example.org', [
    ['Ермолаев', 'Павел', 'Николаевич', '1979-05-06', 'pavel.ermolaev'],
    ['Сафин', 'Ринат', 'Маратович', '1987-10-18', 'rinat.safin'],
    ['Кондратьев', 'Игорь', 'Алексеевич', '1966-02-27', 'i.kondratyev'],
    ['Воронин', 'Антон', 'Романович', '1996-08-13', 'anton.voronin'],
    ['Абрамов', 'Лев', 'Ильич', '1951-06-24', 'lev.abramov'],
    ['Пак', 'Виктор', 'Сергеевич', '1984-01-15', 'viktor.pak'],
    ['Дроздов', 'Максим', 'Евгеньевич', '1992-03-28', 'm.drozdov'],
    ['Чернышёв', 'Андрей', 'Львович', '1972-11-07', 'andrey.chernyshev'],
    ['Магомедов', 'Шамиль', 'Гасанович', '1981-09-16', 'shamil.magomedov'],
    ['Субботин', 'Егор', 'Тимофеевич', '2000-12-04', 'egor.subbotin'],
    ['Фомин', 'Геннадий', 'Петрович', '1946-07-20', 'g.fomin'],
    ['Рябов', 'Денис', 'Владимирович', '1988-04-22', 'denis.ryabov'],
    ['Ильченко', 'Станислав', 'Юрьевич', '1976-10-01', 's.ilchenko'],
    ['Зайцев', 'Артём', 'Константинович', '1994-02-10', 'artem.zaytsev'],
  ]),
  ...people('en', 'f', 'mail.example', [
    ['Whitfield', 'Grace', '', '1985-03-14', 'grace.whitfield'],
    ['Lindqvist', 'Astrid', '', '1990-08-05', 'astrid.lindqvist'],
    ['Moreau', 'Claire', '', '1977-12-19', 'claire.moreau'],
  ]),
  ...people('en', 'm', 'mail.example', [
    ['Okafor', 'Daniel', '', '1982-06-30', 'daniel.okafor'],
    ['Hartmann', 'Jonas', '', '1969-09-11', 'jonas.hartmann'],
    ['Petridis', 'Nikos', '', '1998-01-27', 'nikos.petridis'],
  ]),
]
