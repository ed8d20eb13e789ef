import { useEffect, useRef } from 'react'
import type { ClockName, Locale } from '@/db/enums'
import { formatDate } from '@/lib/i18n/format'
import type { CalendarDraft } from '@/lib/requests/draft-calendar'
import page from '../_ui/page.module.css'
import styles from './draft.module.css'
import { type EditorWords, fill } from './words'

interface Props {
  draft: CalendarDraft
  clinics: Record<string, string>
  clocks: Record<ClockName, string>
  locale: Locale
  isPending: boolean
  words: EditorWords
  discardHref: string
  onDiscard: () => void
}

/** What the draft would do, by clinic; only from here is it applied. */
export function DraftPreview({ draft, clinics, clocks, locale, isPending, words, discardHref, onDiscard }: Props) {
  const { changed, moves, refused, fault, importErrors } = draft
  const section = useRef<HTMLElement>(null)
  // On a phone the button that led here is far below; what is wrong is told beside that button.
  useEffect(() => {
    if (!fault && importErrors.length === 0) section.current?.scrollIntoView({ block: 'nearest' })
  }, [fault, importErrors])
  const total = moves.reduce((sum, clinic) => sum + clinic.total, 0)
  return (
    <section ref={section} className={styles.preview} aria-label={words.preview}>
      <h3>{words.preview}</h3>
      {refused && (
        <p role="alert" className={styles.problem}>
          {words.refused[refused]}
        </p>
      )}
      <div role="status">
        <p>{changed.length > 0 ? fill(words.changedDays, { n: changed.length }) : words.noDays}</p>
        <p>
          <strong>{total > 0 ? fill(words.moves, { n: total }) : words.noMoves}</strong>
        </p>
      </div>
      {total > 0 &&
        moves
          .filter((clinic) => clinic.total > 0)
          .map(({ slug, total: here, moved }) => (
            <details key={slug} className={styles.moves} open={moves.length < 3 || here < 6}>
              <summary>
                {clinics[slug] ?? slug}: {here}
              </summary>
              <ul>
                {moved.map(({ reference, clock, from, to }) => (
                  <li key={`${reference}-${clock}`}>
                    <strong>{reference}</strong> {clocks[clock]}
                    <span className={styles.dates}>
                      <span>{formatDate(from, locale)} →</span> <span>{formatDate(to, locale)}</span>
                    </span>
                  </li>
                ))}
                {here > moved.length && <li>{fill(words.more, { n: here - moved.length })}</li>}
              </ul>
            </details>
          ))}
      <div className={styles.buttons}>
        <button
          type="submit"
          name="step"
          value="apply"
          className={`${page.button} ${page.primary}`}
          aria-disabled={isPending}
        >
          {words.apply}
        </button>
        <a href={discardHref} className={page.link} onClick={onDiscard}>
          {words.discard}
        </a>
      </div>
    </section>
  )
}
