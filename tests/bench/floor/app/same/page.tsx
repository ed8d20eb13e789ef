import { readFileSync } from 'node:fs'
import { createElement, type ReactNode } from 'react'

/** An element of one of the portal's pages: its name, its attributes, what is in it; or a text. */
type Markup = string | [name: string, attributes: Record<string, string>, children: Markup[]]

let pages: Record<string, Markup> | undefined

const render = (markup: Markup, key: number): ReactNode =>
  typeof markup === 'string' ? markup : createElement(markup[0], { ...markup[1], key }, ...markup[2].map(render))

interface Props {
  searchParams: Promise<{ page?: string }>
}

/** The very elements of one of the portal's pages, with nothing behind them. */
export default async function Same({ searchParams }: Props) {
  const { page = '' } = await searchParams
  pages ??= JSON.parse(readFileSync(/* turbopackIgnore: true */ process.env.FLOOR_PAGES ?? '', 'utf8')) as typeof pages
  const markup = pages?.[page]
  return markup === undefined ? 'No such page' : render(markup, 0)
}
