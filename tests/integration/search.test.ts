import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { asActor } from '@/lib/core/database'
import type { Operator } from '@/lib/operators/queries'
import { rehashSearch } from '@/lib/requests/rehash-search'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { searchRequests } from '@/lib/requests/search'
import { eraseSearchHashes } from '@/lib/requests/search-hashes'
import { requestCode } from '@/lib/sessions/request-code'
import { clinicOf, fileAt, mailsOf, makeCodes, publicAt, staffAt, systemAt, useDomain } from '../support/domain'

const NOW = new Date('2026-12-01T09:00:00Z')
const { sql, hire } = useDomain()

const anna: Partial<FileRequestForm> = {
  requesterType: 'representative',
  subject: { lastName: 'Салтыкова–Щедрина', firstName: 'Алёна', middleName: 'Юрьевна' },
  representative: { lastName: 'О’Коннор', firstName: 'Шинейд' },
  contact: { email: 'Sinead@клиника.рф', phone: '8 (912) 345-67-89 доб. 12' },
}

/** A request of a clinic, and how it is looked for there. */
async function filed(slug: string, changes: Partial<FileRequestForm>) {
  const clinic = await clinicOf(slug)
  const { requestId, reference } = await fileAt(clinic, NOW, changes)
  const staff = staffAt(await hire(clinic), NOW)
  const found = async (text: string) => (await searchRequests(staff, text)).map(({ id }) => id)
  return { clinic, requestId, reference, found }
}

const system = (clinic: Operator) => systemAt(clinic, NOW)

describe('a request', () => {
  it('is found by its person and by who asks for them, however they are typed', async () => {
    const { requestId, found } = await filed('imvizhn', anna)
    for (const text of [
      ...['салтыкова-щедрина', 'Салтыкова Щедрина', 'ЩЕДРИНА', 'Cалтыкова', 'Щедрина Алена', 'алена юрьевна щедрина'],
      ...['Алёна Юрьевна', 'Щедрина А. Ю.', 'о’коннор', "O'Коннор", 'ОКоннор Шинейд', 'шинейд о`коннор'],
      ...['sinead@клиника.рф', 'SINEAD@xn--80apagcdp.xn--p1ai', 'Шинейд <sinead@клиника.рф>'],
      ...['+7 912 345-67-89', '9123456789', '89123456789', 'тел. 8 912 3456789', '+7(912)3456789 доб. 5'],
    ])
      expect(await found(text), text).toEqual([requestId])
    for (const text of ['Алёна', 'Шинейд', 'Салт', 'Иванова', '+7 912 345-67-80', 'sinead@mail.ru', '', '—', '\u200B'])
      expect(await found(text), text).toEqual([])
  })

  it('is found by what was typed with the keyboard in the other language', async () => {
    const { requestId, found } = await filed('eco-smolensk', {
      subject: { lastName: 'Щедрина', firstName: 'Алёна', middleName: 'Юрьевна' },
      representative: { lastName: 'Smith', firstName: 'John' },
      contact: { email: 'anna.p@ya.ru' },
    })
    for (const text of ['Otlhbyf', 'fk`yf .hmtdyf otlhbyf', 'Щедрина Fktyf', 'ыьшер', 'Ощрт Ыьшер', 'фттфюз"нфюкг'])
      expect(await found(text), text).toEqual([requestId])
    for (const text of ['Fk`yf', 'Otlhby', 'ощрт', 'фттф"нфюкг']) expect(await found(text), text).toEqual([])
    // Looked up alone: nothing of it is stored.
    const { count } = (await sql`select count(*)::int from request_search where request_id = ${requestId}`)[0] ?? {}
    expect(count).toBe(6)
  })

  it('of one name is found by it, and of an authority by its whole name', async () => {
    const { requestId, found } = await filed('caop1', { subject: { firstName: 'Мадонна' } })
    expect(await found('мадонна')).toEqual([requestId])
    const query = await filed('eco-smolensk', {
      requesterType: 'authority',
      authority: { name: 'Управление Роскомнадзора', official: 'Начальник отдела Петренко Л. И.' },
    })
    expect(await query.found('роскомнадзора управление')).toEqual([query.requestId])
  })

  it('is found by its number with any letters, or by less of it', async () => {
    const { requestId, reference, found } = await filed('medsystems', {})
    const [code = '', year = '', number = ''] = reference.split('-')
    const cyrillic = code.replaceAll(/[AMCET]/g, (letter) => 'АМСЕТ'.charAt('AMCET'.indexOf(letter)))
    for (const text of [
      ...[reference, `${cyrillic}-${year}-${number}`, `№ ${cyrillic.toLowerCase()} ${year} ${Number(number)}`],
      ...[`${year}-${Number(number)}`, String(Number(number)), number, `№${number}`, reference.replaceAll('-', '–')],
    ])
      expect(await found(text), text).toEqual([requestId])
    for (const text of [`XY-${year}-${number}`, `2025-${number}`, '999']) expect(await found(text), text).toEqual([])
  })

  it('opens with a code to whoever types number and address in another way', async () => {
    const { clinic, requestId, reference } = await filed('imed', anna)
    const typed = {
      reference: `№ ${Number(reference.slice(-6))}`,
      email: 'SINEAD@xn--80apagcdp.xn--p1ai',
      locale: 'ru',
    }
    expect(await execute(requestCode, publicAt(clinic, NOW), typed)).toMatchObject({ ok: true })
    await makeCodes(sql, clinic, NOW)
    const codes = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'one-time-code')
    expect(codes).toHaveLength(1)
  })

  it('is not found by another clinic', async () => {
    await filed('imvizhn', { subject: { lastName: 'Тайнова' } })
    const { found } = await filed('imed', {})
    expect(await found('Тайнова')).toEqual([])
  })

  it('is found by nothing once its hashes are erased', async () => {
    const { clinic, requestId, found } = await filed('caop1', anna)
    await asActor(system(clinic).actor, (tx) => eraseSearchHashes(tx, requestId))
    for (const text of ['Щедрина', 'О’Коннор', 'sinead@клиника.рф', '9123456789']) expect(await found(text)).toEqual([])
    expect(await sql`select from request_search where request_id = ${requestId}`).toHaveLength(0)
  })
})

describe('requests of before the hashes changed', () => {
  it('are hashed anew in batches, whoever takes them, and erased ones stay unfound', async () => {
    const first = await filed('eco-smolensk', { subject: { lastName: 'Первова' } })
    const { clinic } = first
    const others = await Promise.all(
      ['Вторых', 'Третьяк', 'Стёртых'].map((lastName) => fileAt(clinic, NOW, { subject: { lastName } })),
    )
    const ids = [first, ...others].map(({ requestId }) => requestId)
    const erased = others.at(-1)?.requestId ?? ''
    await sql`delete from request_search where request_id = any (${ids})`
    await sql`update request set search_stale = true where id = any (${ids})`
    await sql`delete from request_key where request_id = ${erased}`
    expect(await first.found('Первова')).toEqual([])

    const batch = (limit: number) => execute(rehashSearch, system(clinic), { limit })
    expect(await Promise.all([batch(1), batch(2)])).toMatchObject([{ ok: true }, { ok: true }])
    expect(await sql`select from request where search_stale`).toHaveLength(1)
    expect(await batch(200)).toMatchObject({ ok: true })
    expect(await batch(200)).toMatchObject({ ok: false, reason: 'nothing-stale' })

    expect(await first.found('первова')).toEqual([first.requestId])
    expect(await first.found('Вторых')).toEqual([others[0]?.requestId])
    expect(await first.found('Третьяк')).toEqual([others[1]?.requestId])
    expect(await first.found('Стертых')).toEqual([])
  })

  it('are looked up by an index, with row-level security in force', async () => {
    const clinic = await clinicOf('imed')
    const undone = new Error('undone')
    const looked = sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`insert into request_search select ${clinic.id}, sha256(n::text::bytea), gen_random_uuid()
        from generate_series(1, 20000) n`
      await tx`analyze request_search`
      await tx`set local role portal_app`
      await tx`select set_config('app.operator', ${clinic.id}, true)`
      const plan = await tx`explain select request_id from request_search
        where operator_id = ${clinic.id} and hash in (sha256('1'), sha256('2'))`
      expect(plan.map((row) => row['QUERY PLAN']).join()).toMatch(/Index (?:Only )?Scan.*Index Cond: .*hash/)
      throw undone
    })
    await expect(looked).rejects.toBe(undone)
  })
})
