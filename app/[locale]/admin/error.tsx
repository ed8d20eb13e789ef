'use client'

import { useParams } from 'next/navigation'
import en from '@/lib/i18n/messages/en/admin-error.json'
import ru from '@/lib/i18n/messages/ru/admin-error.json'
import page from './_ui/page.module.css'

/** The code leads to the line of the server's log; the cause itself never comes here. */
export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  const { locale } = useParams<{ locale: string }>()
  const words = locale === 'en' ? en : ru
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <main id="main" className={page.empty} role="alert">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {digest && (
        <p>
          {words.code}: {digest}
        </p>
      )}
      <button type="button" className={`${page.button} ${page.primary}`} onClick={retry}>
        {words.retry}
      </button>
    </main>
  )
}
