import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ROOT } from '@/lib/cli/paths'
import { invite, reset } from '@/lib/cli/staff-commands'
import { choosePassword } from '@/lib/people/choose-password'
import { useDomain } from '../support/domain'
import { tokenIn } from '../support/people'
import { anybodyAt } from '../support/sign-in'

const { sql } = useDomain()

/** `npm run staff -- …` on this database, as on a server. */
async function staff(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/staff.ts', ...args], {
    cwd: ROOT,
    env: process.env,
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: Number(code), out, err }
}

describe('npm run staff', () => {
  it('invites the first admin, who is in by the printed link', async () => {
    const email = 'first@clinic.example'
    const invited = await staff('invite', '--email', email, '--name', 'Анна Первая', '--role', 'admin')
    expect(invited).toMatchObject({ code: 0, err: '' })
    const [link = ''] = /http\S+/.exec(invited.out) ?? []
    expect(link).toMatch(/^http:\/\/localhost:3000\/ru\/admin\/choose-password\/[\w-]{43}$/)
    expect(await sql`select template, state from mail`).toEqual([{ template: 'staff-invitation', state: 'queued' }])
    const given = { token: tokenIn(link), password: 'a lamp under the third table' }
    expect(await choosePassword(anybodyAt(new Date()), given, { deviceTokens: [] })).toMatchObject({ ok: true })
    expect((await staff('list')).out).toMatch(/^first@clinic\.example {2}active {2}admin {2}Анна Первая$/m)
    expect((await staff('reset', '--email', email)).out).toContain('/choose-password/')
  })

  const anna = { email: 'a@b.example', name: 'Анна', role: 'lead' }
  it.each([
    [invite, { email: 'no address', name: 'X', role: 'boss' }, /--email is no address.*--role is not one/s],
    [invite, { ...anna, email: `${'a'.repeat(300)}@b.example` }, /--email is too long/],
    [invite, { ...anna, clinic: 'nowhere' }, /no clinic nowhere.*imed/s],
    [invite, anna, /give --clinic/],
    [reset, { email: 'nobody@clinic.example' }, /no account/],
  ])('says what is wrong: %o with %j', async (command, given, words) => {
    await expect(command(given, new Date())).rejects.toThrow(words)
  })

  it('says how it is called', async () => {
    const { code, err, out } = await staff('--nonsense')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/npm run staff -- invite/)
  })
})
