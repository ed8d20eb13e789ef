import { currentLocale } from '@/app/_server/context'
import { NotFoundMessage } from './_parts/not-found-message'

/** Where a form finds that what it is about is gone. A page that is asked for and is not there is `[...rest]`. */
export default async function NotFound() {
  return (
    <main id="main" tabIndex={-1}>
      <NotFoundMessage locale={await currentLocale()} />
    </main>
  )
}
