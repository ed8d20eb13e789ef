import { demoPeople, type DemoPerson } from '@/db/demo/people'
import type { DemoText } from '@/db/demo/model'
import { askFor } from '@/db/operators'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import type { Operator } from '@/lib/operators/queries'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { between, pick, type Random } from './random'

/** People in an order of the clinic's own, those of one language in turn: nobody comes back before all have been. */
export function peopleInTurn(random: Random): (locale: DemoPerson['locale']) => DemoPerson {
  const order = demoPeople.map((person) => ({ person, rank: random() })).sort((a, b) => a.rank - b.rank)
  const queues = { ru: ofLocale('ru'), en: ofLocale('en') }
  return (locale) => {
    const person = queues[locale].shift()
    if (!person) throw new RangeError('Nobody speaks this language')
    queues[locale].push(person)
    return person
  }

  function ofLocale(locale: DemoPerson['locale']): DemoPerson[] {
    return order.map(({ person }) => person).filter((person) => person.locale === locale)
  }
}

export const fullName = ({
  lastName,
  firstName,
  middleName,
}: Pick<DemoPerson, 'lastName' | 'firstName' | 'middleName'>) =>
  [lastName, firstName, middleName].filter(Boolean).join(' ')

/** "Уважаемая Анна Сергеевна!", "Dear Ms Whitfield,". */
export function salutation({ locale, sex, lastName, firstName, middleName }: DemoPerson): string {
  if (locale === 'en') return `Dear ${sex === 'f' ? 'Ms' : 'Mr'} ${lastName},`
  return `${sex === 'f' ? 'Уважаемая' : 'Уважаемый'} ${firstName} ${middleName}!`
}

type Who = Pick<
  FileRequestForm,
  'requesterType' | 'subject' | 'representative' | 'authority' | 'contact' | 'identity' | 'relation' | 'signature'
>

/** What the form says of the people: no more than the clinic asks for with this kind. */
export function describePeople(
  random: Random,
  { profile }: Operator,
  {
    text,
    person,
    agent,
    receivedOn,
  }: { text: DemoText; person: DemoPerson; agent?: DemoPerson; receivedOn: CalendarDate },
): Who {
  const ask = askFor(profile, text.kind)
  const { lastName, firstName, middleName } = person
  const subject = {
    ...{ lastName, firstName, middleName },
    birthDate: ask.birthDate === 'hidden' ? '' : person.birthDate,
  }
  if (text.byAuthority) {
    const official = 'Ершова П. А., главный специалист'
    return {
      requesterType: 'authority',
      subject,
      authority: {
        name: 'Отдел по защите прав субъектов персональных данных',
        letter: `№ 04-${between(random, 10, 19)}/${between(random, 100, 999)}`,
        official,
      },
      contact: { email: 'requests@supervisor.example', phone: '' },
      signature: { statement: true, name: official },
    }
  }
  const signer = agent ?? person
  return {
    requesterType: agent ? 'representative' : 'subject',
    subject,
    ...(agent && {
      representative: {
        ...{ lastName: agent.lastName, firstName: agent.firstName, middleName: agent.middleName },
        document: `Доверенность 00 АА 00000${between(random, 10, 99)}`,
      },
    }),
    contact: { email: signer.email, phone: ask.phone === 'hidden' ? '' : signer.phone },
    ...(ask.identityDocument !== 'hidden' && random() < 0.6 && { identity: identityOf(random, signer) }),
    ...(ask.relation !== 'hidden' && random() < 0.8 && { relation: relationOf(random, receivedOn) }),
    signature: { statement: true, name: fullName(signer) },
  }
}

function identityOf(random: Random, { locale }: DemoPerson): Who['identity'] {
  const digits = String(between(random, 0, 99_999)).padStart(6, '0')
  const issuedOn = `20${between(random, 10, 23)}-0${between(random, 1, 9)}-${between(random, 10, 28)}`
  if (locale === 'en') return { document: 'foreign-passport', number: `X000${digits}`, issuedOn, issuer: '' }
  return { document: 'passport', number: `0000 ${digits}`, issuedOn, issuer: 'ОВД Заречного района' }
}

function relationOf(random: Random, receivedOn: CalendarDate): Who['relation'] {
  const visitDate = addDays(receivedOn, -between(random, 9, 300))
  return pick(random, [
    { contractNumber: `Д-${between(random, 100, 999)}/${visitDate.slice(0, 4)}`, contractDate: visitDate },
    { patientNumber: `${between(random, 10_000, 99_999)}`, visitDate },
    { visitDate },
  ])
}
