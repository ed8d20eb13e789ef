import type { Block } from './blocks'

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.text
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n')
    case 'button':
      return `${block.label}:\n${block.href}`
    case 'code':
      return `    ${block.value}`
    case 'list':
      return block.items.map(({ title, href, note }) => `- ${title}: ${note}\n  ${href}`).join('\n')
  }
}

/** The plain text part: everything that the HTML says, with each link written out. */
export function plainText(heading: string, blocks: readonly Block[], footer: string): string {
  return `${[heading, ...blocks.map(blockText), `-- \n${footer}`].join('\n\n')}\n`
}
