/**
 * A site as its address was pasted, as browsers name it: "https://Клиника.рф/" is "https://xn--80apagcdp.xn--p1ai". What names
 * more than a site stays as typed, so that it can be shown again.
 */
export function cleanSite(text: string): string {
  if (!URL.canParse(text)) return text
  const { origin, href } = new URL(text)
  return href === `${origin}/` ? origin : text
}
