'use client'

import { useParams } from 'next/navigation'
import { Button, LinkButton } from '@/app/_ui/button'
import { MessagePage } from '@/app/_ui/message-page'
import en from '@/lib/i18n/messages/en/failure.json'
import ru from '@/lib/i18n/messages/ru/failure.json'

/** A fault of ours. The only page whose words travel with its script: nothing else may be there to fetch them. */
export default function Failure({ reset }: { reset: () => void }) {
  const locale = useParams()['locale'] === 'en' ? 'en' : 'ru'
  const words = { ru, en }[locale]
  return (
    <main id="main" tabIndex={-1}>
      <MessagePage title={words.title} text={words.text}>
        <Button type="button" onClick={reset}>
          {words.retry}
        </Button>
        <LinkButton look="secondary" href={`/${locale}`}>
          {words.home}
        </LinkButton>
      </MessagePage>
    </main>
  )
}
