import { Body, Container, Head, Heading, Hr, Html, Preview, Section, Text } from '@react-email/components'
import type { Locale } from '@/db/enums'
import { Blocks } from './block-view'
import type { Letter } from './blocks'
import { darkStyles, styles } from './styles'

interface LayoutProps {
  locale: Locale
  brand: string
  letter: Letter
  footer: string
}

/** The frame of every letter. It loads nothing: no image, no font, no style sheet, so opening a mail tells nobody. */
export function Layout({ locale, brand, letter, footer }: LayoutProps) {
  return (
    <Html lang={locale}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style>{darkStyles}</style>
      </Head>
      <Body style={styles.page}>
        <Preview>{letter.preview}</Preview>
        <Container width={600} className="card" style={styles.card}>
          <Section cellPadding={26}>
            <Text className="muted" style={styles.brand}>
              {brand}
            </Text>
            <Heading as="h1" className="ink" style={styles.heading}>
              {letter.heading}
            </Heading>
            <Blocks blocks={letter.blocks} locale={locale} />
            <Hr className="rule" style={styles.rule} />
            <Text className="muted" style={styles.footer}>
              {footer}
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  )
}
