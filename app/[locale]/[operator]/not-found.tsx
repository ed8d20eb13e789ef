import { currentLocale } from '@/app/_server/context'
import { NotFoundMessage } from '../_parts/not-found-message'

/** The same at a clinic, whose header and footer stay. */
export default async function NotFound() {
  return <NotFoundMessage locale={await currentLocale()} />
}
