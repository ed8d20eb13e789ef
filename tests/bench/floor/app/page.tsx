import { headers } from 'next/headers'

/** The least that a page rendered for each visitor can be. */
export default async function Page() {
  const asked = await headers()
  return (
    <main>
      <h1>A page</h1>
      <p>For {asked.get('host')}.</p>
    </main>
  )
}
