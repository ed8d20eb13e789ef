import { headers } from 'next/headers'

/** A letter for the `srcDoc` of a frame: its style tags get the nonce of the page's policy, which the frame inherits. */
export async function framedLetter(html: string): Promise<string> {
  const nonce = (await headers()).get('x-nonce')
  return nonce ? html.replaceAll('<style', `<style nonce="${nonce}"`) : html
}
