import { Button, Link, Section, Text } from '@react-email/components'
import type { Locale } from '@/db/enums'
import type { Block } from './blocks'
import { styles } from './styles'

const fallback: Record<Locale, string> = {
  ru: 'Если кнопка не открывается, скопируйте ссылку в адресную строку браузера:',
  en: 'If the button does not open, copy this link into the address bar of your browser:',
}

function BlockView({ block, locale }: { block: Block; locale: Locale }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <Text className="ink" style={styles.paragraph}>
          {block.text}
        </Text>
      )
    case 'facts':
      return (
        <Section cellPadding={14} className="panel" style={styles.panel}>
          {block.rows.map(([label, value]) => (
            <Text key={label} className="ink" style={styles.fact}>
              <span className="muted" style={styles.label}>
                {label}
              </span>
              <br />
              {value}
            </Text>
          ))}
        </Section>
      )
    case 'button':
      return (
        <Section style={styles.action}>
          <Button href={block.href} className="button" style={styles.button}>
            {block.label}
          </Button>
          <Text className="muted" style={styles.fallback}>
            {fallback[locale]}
            <br />
            <Link href={block.href} className="link" style={styles.link}>
              {block.href}
            </Link>
          </Text>
        </Section>
      )
    case 'code':
      return (
        <Text className="panel ink" style={styles.code}>
          {block.value}
        </Text>
      )
    case 'list':
      return (
        <Section cellPadding={14} className="panel" style={styles.panel}>
          {block.items.map(({ title, href, note }) => (
            <Text key={`${title} ${note}`} className="ink" style={styles.fact}>
              <Link href={href} className="link" style={styles.link}>
                {title}
              </Link>
              <br />
              {note}
            </Text>
          ))}
        </Section>
      )
  }
}

/** The body of a letter, block by block. */
export function Blocks({ blocks, locale }: { blocks: readonly Block[]; locale: Locale }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} locale={locale} />)
}
