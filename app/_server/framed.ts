import { headers } from 'next/headers'
import { isFrame } from '@/lib/operators/frame-sites'

/**
 * Where a link opens that leads out of what a frame may show: a tab of its own, so that what is typed in the frame stays. Any
 * other page it replaces as a link does, were it in a frame all the same: of a browser that tells nothing, or by a script.
 */
export const wayOut = async (): Promise<'_blank' | '_top'> =>
  isFrame((await headers()).get('sec-fetch-dest')) ? '_blank' : '_top'
