import { INSTALLATION, type SystemActor } from '@/lib/core/actor'
import { execute, type Result } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { listOperators } from '@/lib/operators/queries'
import { closeAccount } from '@/lib/people/close-account'
import { dismissStaff } from '@/lib/people/dismiss-staff'
import { listEverybody } from '@/lib/people/everybody'
import { inviteStaff } from '@/lib/people/invite-staff'
import { INVITATION_DAYS, RESET_MINUTES } from '@/lib/people/links'
import { removeSecondFactor } from '@/lib/people/remove-second-factor'
import { requestReset } from '@/lib/people/request-reset'
import { emailKey } from '@/lib/text/email'
import { StartFault } from './terminal'

/** What was given at the terminal: `--email …` and so on. */
export type StaffArguments = Partial<Record<'email' | 'name' | 'role' | 'clinic' | 'locale', string>>

/** Makes an account, or lets one in at one more place. Returns what to print, with the link that was mailed. */
export async function invite({ clinic, locale = 'ru', ...person }: StaffArguments, now: Date): Promise<string> {
  const ctx = await contextOf(clinic, now)
  const { url } = must(await execute(inviteStaff, ctx, { ...person, locale }))
  if (!url)
    return `${person.email} has an account already, and has been written to. At a clinic they never worked for they work once they have accepted.`
  return `Invited ${person.email}. The link has been mailed; it works once, within ${INVITATION_DAYS} days:\n\n${url}\n`
}

/** A new password for somebody whom no mail reaches, or who is locked out. */
export async function reset({ email = '' }: StaffArguments, now: Date): Promise<string> {
  const { url } = must(await execute(requestReset, await contextOf(undefined, now), { email }))
  if (!url) throw new StartFault(`${email || 'Nobody'} has no account that may sign in: npm run staff -- list`)
  return `The link has been mailed; it works once, within ${RESET_MINUTES} minutes:\n\n${url}\n`
}

/**
 * Out at once: at one clinic, or everywhere, which closes the account. Open cases go back to the queue. Who was dismissed is
 * invited again, or taken back on the page of the people.
 */
export async function dismiss({ email = '', clinic }: StaffArguments, now: Date): Promise<string> {
  const installation = await contextOf(undefined, now)
  const people = await listEverybody(installation)
  const person = people.find((each) => each.email === emailKey(email))
  if (!person) throw new StartFault(`${email || 'Nobody'} has no account: npm run staff -- list`)
  const places = clinic === undefined ? person.clinics.map(({ operator }) => operator.slug) : [clinic]
  let cases = 0
  for (const slug of places) {
    const input = { staffId: person.id, rest: 'queue' }
    cases += must(await execute(dismissStaff, await contextOf(slug, now), input)).cases
  }
  if (clinic === undefined) must(await execute(closeAccount, installation, { staffId: person.id }))
  const where = clinic ?? 'every clinic, and the account is closed'
  return `${person.email} is dismissed from ${where}. Sessions are over; cases given back to the queue: ${cases}.`
}

/** Lets somebody in without a code, who has lost the phone and the spare codes. A letter tells them. */
export async function endSecondFactor({ email = '' }: StaffArguments, now: Date): Promise<string> {
  const installation = await contextOf(undefined, now)
  const person = (await listEverybody(installation)).find((each) => each.email === emailKey(email))
  if (!person) throw new StartFault(`${email || 'Nobody'} has no account: npm run staff -- list`)
  must(await execute(removeSecondFactor, installation, { staffId: person.id }))
  return `${person.email} signs in with the password alone now, and has been told by mail.`
}

/** Everybody who has an account, one a line. */
export async function list(_given: StaffArguments, now: Date): Promise<string> {
  const people = await listEverybody(await contextOf(undefined, now))
  if (people.length === 0) return 'Nobody has an account yet: npm run staff -- invite'
  const rows = people.map(({ email, state, isAdmin, clinics, name }) => {
    const places = clinics.map(({ operator, role }) => `${role} of ${operator.slug}`)
    return [email, state, [...(isAdmin ? ['admin'] : []), ...places].join(', ') || 'nowhere', name]
  })
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

/** @param slug of a clinic; without one, the installation */
async function contextOf(slug: string | undefined, now: Date): Promise<Context<SystemActor>> {
  if (slug === undefined) return contextFor({ kind: 'system', operatorId: INSTALLATION }, 'UTC', now)
  const operators = await listOperators()
  const operator = operators.find((each) => each.slug === slug)
  if (!operator) {
    const known = operators.map((each) => each.slug).join(', ') || 'there is none yet'
    throw new StartFault(`There is no clinic ${slug}. Clinics: ${known}`)
  }
  return contextFor({ kind: 'system', operatorId: operator.id }, operator.timeZone, now)
}

const reasons: Record<string, string> = {
  'last-admin': 'Nobody else runs the installation: invite another admin first, who has to choose a password',
  'already-there': 'They work there already: npm run staff -- list',
  'no-second-factor': 'They are asked for no code',
  'not-allowed': 'Without --clinic there is nothing to be but an admin: give --clinic slug, or --role admin',
}

function must<V>(result: Result<V, string>): V {
  if (result.ok) return result.value
  if (!('fields' in result)) throw new StartFault(reasons[result.reason] ?? result.reason)
  const faults = Object.entries(result.fields).map(([field, [fault]]) => `--${field} is ${faultWords(fault)}`)
  throw new StartFault(faults.join('\n'))
}

const faultWords = (fault = ''): string =>
  ({ required: 'missing', tooLong: 'too long', badEmail: 'no address that mail can be sent to' })[
    fault.split(' ')[0] ?? ''
  ] ?? 'not one of the values that it may have'
