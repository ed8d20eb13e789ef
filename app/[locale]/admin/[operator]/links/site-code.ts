const STYLE = [
  'display:inline-block',
  'padding:12px 20px',
  'border-radius:8px',
  'background:#0b4f6c',
  'color:#fff',
  'font:600 16px/1.4 sans-serif',
  'text-decoration:none',
].join(';')

/** A link that looks like a button, to be copied into a page of another site: nothing of ours is loaded there. */
export const buttonCode = (url: string, words: string): string =>
  `<a href="${escape(url)}" style="${STYLE}">${escape(words)}</a>`

/** The page itself, in a frame. Its size is no style, which a site may forbid; the button that copies needs leave. */
export const frameCode = (url: string, title: string): string =>
  `<iframe src="${escape(url)}" title="${escape(title)}" width="100%" height="800" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
