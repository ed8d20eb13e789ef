import { randomUUID } from 'node:crypto'
import { database } from '../../queries'

/** The rows that the portal stored for one submission, as JSON, and what of them has to differ each time. */
interface Filing {
  tables: { name: string; rows: string }[]
  ids: string[]
  reference: string
}

let filing: Filing | undefined
// Beyond every number that the portal has given.
let last = 500_000

/** Stores the same rows as the portal does, in one transaction, and leads on to another page. */
export async function POST(request: Request): Promise<Response> {
  filing ??= JSON.parse(process.env.FLOOR_FILING ?? '') as Filing
  const form = await request.formData()
  if (!form.get('subject.lastName')) return new Response('incomplete', { status: 400 })
  const { tables, ids, reference } = filing
  const number = ++last
  const fresh = new Map(ids.map((id) => [id, randomUUID() as string]))
  const rowsFor = (rows: string) =>
    rows
      .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => fresh.get(id) ?? id)
      .replaceAll(reference, `FLOOR-${number}`)
      .replaceAll('"#number"', String(number))
  await database().begin(async (sql) => {
    for (const { name, rows } of tables) {
      await sql.unsafe(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::text::json)`, [
        rowsFor(rows),
      ])
    }
  })
  return new Response(null, { status: 303, headers: { location: '/' } })
}
