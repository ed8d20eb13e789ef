// A bare node:http server: the portal's own statement, its rows as HTML, and nothing else.
import { createServer } from 'node:http'
import { rowsOf } from '../floor/queries'

createServer((request, response) => {
  const name = new URL(request.url ?? '', 'http://floor').searchParams.get('query')
  const answer = (html: string) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  if (!name) return void answer('<!doctype html><h1>A page</h1>')
  rowsOf(name).then(
    (rows) => {
      const cells = (row: object) => Object.values(row).map((value) => `<td>${value ?? ''}</td>`)
      answer(`<!doctype html><table>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('')}</table>`)
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}).listen(Number(process.env.PORT), '127.0.0.1')
