'use client'

import '@/app/_ui/fonts/fonts.css'
import '@/app/_ui/tokens.css'
import '@/app/_ui/base.css'
import { Button } from '@/app/_ui/button'
import { MessagePage } from '@/app/_ui/message-page'
import en from '@/lib/i18n/messages/en/failure.json'
import ru from '@/lib/i18n/messages/ru/failure.json'

/** The frame itself has failed, and with it the language of the page: both are shown. */
export default function GlobalFailure({ reset }: { reset: () => void }) {
  return (
    <html lang="ru">
      <body>
        <main id="main" tabIndex={-1}>
          <MessagePage title={ru.title} text={ru.text}>
            <Button type="button" onClick={reset}>
              {ru.retry}
            </Button>
            <p lang="en">
              {en.title}. {en.text}
            </p>
          </MessagePage>
        </main>
      </body>
    </html>
  )
}
