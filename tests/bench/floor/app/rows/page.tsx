import { rowsOf } from '../../queries'

interface Props {
  searchParams: Promise<{ query?: string }>
}

/** The rows of a queue as plain markup. */
export default async function Rows({ searchParams }: Props) {
  const rows = await rowsOf((await searchParams).query ?? '')
  return (
    <main>
      <h1>Rows</h1>
      <table>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {Object.entries(row).map(([name, value]) => (
                <td key={name}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
