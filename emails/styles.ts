import type { CSSProperties } from 'react'

const font = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
const text = { fontFamily: font, color: '#1d2b2f' } satisfies CSSProperties
const muted = { fontFamily: font, color: '#55666b' } satisfies CSSProperties

/**
 * Inline, because old mail programs drop style sheets; tables are padded by `cellPadding`, which Outlook heeds.
 * Contrast of every pair of colours is 4.5 or better.
 */
export const styles = {
  page: { margin: 0, padding: '24px 12px', backgroundColor: '#eef3f4' },
  card: {
    width: '100%',
    maxWidth: '600px',
    backgroundColor: '#ffffff',
    border: '1px solid #d5dfe1',
    borderRadius: '8px',
  },
  brand: { ...muted, margin: '0 0 8px', fontSize: '14px', lineHeight: '20px' },
  heading: { ...text, margin: '0 0 16px', fontSize: '24px', lineHeight: '32px', fontWeight: 600 },
  paragraph: { ...text, margin: '0 0 16px', fontSize: '16px', lineHeight: '24px' },
  panel: { margin: '0 0 20px', backgroundColor: '#f2f6f7', borderRadius: '6px' },
  fact: { ...text, margin: '4px 0 8px', fontSize: '16px', lineHeight: '24px' },
  label: { ...muted, fontSize: '14px', lineHeight: '20px' },
  action: { margin: '0 0 20px' },
  button: {
    fontFamily: font,
    padding: '14px 28px',
    backgroundColor: '#0f6674',
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
    borderRadius: '6px',
  },
  fallback: { ...muted, margin: '12px 0 0', fontSize: '13px', lineHeight: '20px' },
  link: { color: '#0f6674', textDecoration: 'underline', wordBreak: 'break-all' },
  code: {
    ...text,
    margin: '0 0 20px',
    padding: '16px',
    backgroundColor: '#f2f6f7',
    borderRadius: '6px',
    fontFamily: "Consolas, Menlo, 'Courier New', monospace",
    fontSize: '32px',
    lineHeight: '40px',
    letterSpacing: '6px',
    textAlign: 'center',
  },
  rule: { margin: '24px 0 16px', borderTop: '1px solid #d5dfe1' },
  footer: { ...muted, margin: 0, fontSize: '13px', lineHeight: '20px' },
} satisfies Record<string, CSSProperties>

/** For mail programs that know dark mode. The page is matched by its colour: React Email repeats it on a cell with no class. */
export const darkStyles = `
@media (prefers-color-scheme: dark) {
  [style*=eef3f4] { background-color: #10191c !important }
  .card { background-color: #18252a !important; border-color: #2c3c42 !important }
  .panel { background-color: #203036 !important }
  .ink { color: #e8eff0 !important }
  .muted { color: #a9babf !important }
  .link { color: #86d3de !important }
  .button { background-color: #86d3de !important; color: #0b1a1d !important }
  .rule { border-color: #2c3c42 !important }
}
`
