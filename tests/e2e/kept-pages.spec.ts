import { paths } from '@/lib/core/links'
import { expect, test } from './test'

const shared = [
  paths.operators('ru'),
  paths.operator('en', 'imed'),
  paths.newRequest('ru', 'imed', 'access'),
  paths.findCase('en', 'imed'),
]

for (const path of shared) {
  test(`${path} is rendered once for several visitors, and is each one's own`, async ({ open }) => {
    const { request } = await open()
    const views = []
    for (let visit = 0; visit < 3; visit += 1) {
      const answer = await request.get(path)
      const html = await answer.text()
      const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? ''
      const used = new Set([...html.matchAll(/nonce="([^"]*)"/g)].map(([, value]) => value))
      expect([...used]).toEqual([nonce])
      views.push({ nonce, html: html.replaceAll(nonce, '') })
    }
    expect(new Set(views.map(({ nonce }) => nonce)).size).toBe(3)
    expect(new Set(views.map(({ html }) => html)).size).toBe(1)
  })
}

test('a form that is shown to many carries the id of none of their requests', async ({ open }) => {
  const { request } = await open()
  const html = await (await request.get(paths.newRequest('ru', 'imed', 'deletion'))).text()
  expect(html).toContain('name="submissionId"')
  expect(html).not.toMatch(/name="submissionId"[^>]*value="[^"]/)
})
