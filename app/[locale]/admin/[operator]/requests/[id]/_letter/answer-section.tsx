import { answerOutcomes } from '@/db/enums'
import { formatInstant } from '@/lib/i18n/format'
import type { SignedDraft } from '@/lib/requests/model'
import { namesGround } from '@/lib/requests/rules'
import { labelsOf } from '../../../../_ui/labels'
import { keepDraft } from './actions'
import { AnswerForm } from './answer-form'
import { AnswerView } from './answer-view'
import caseStyles from '../case.module.css'
import styles from './answer-view.module.css'
import { UnsavedLetter } from './unsaved-letter'
import type { CaseView } from '../view'

/** The decision and its letter: written here, sent from the page that shows it once more. */
export function AnswerSection({ view }: { view: CaseView }) {
  const { t, locale, answer, request, personal, slug, may, forms, operator } = view
  const hasEmail = personal.contact.email !== ''
  const moment = (at: Date) => formatInstant(at, locale, operator.timeZone)
  return (
    <section className={caseStyles.card} aria-labelledby="answer">
      <h2 id="answer">{t('case.answer')}</h2>
      {answer?.releasedAt && (
        <p className={caseStyles.soft}>
          {t(hasEmail ? 'case.released' : 'case.releasedByPost', { when: moment(answer.releasedAt) })}
        </p>
      )}
      {!hasEmail && <p className={caseStyles.note}>{t('case.answerByPost')}</p>}
      {may.answer ? (
        <AnswerForm
          autosave={keepDraft.bind(null, slug)}
          requestId={request.id}
          draft={answer}
          forms={forms}
          labels={{
            ...labelsOf(t, 'outcome', answerOutcomes),
            outcome: t('case.outcomeLabel'),
            ground: t('case.groundOfAnswer'),
            choose: t('case.chooseGround'),
            letter: t('case.letter'),
            hint: t('case.letterHint'),
            partlyHint: t('case.partlyHint'),
            save: t('case.save'),
            saving: t('case.saving'),
            unsaved: t('case.unsaved'),
            saved: answer ? t('case.savedAt', { when: moment(answer.savedAt) }) : t('case.notSaved'),
            review: t('case.review'),
            withoutScripts: t('case.withoutScripts'),
            newerTitle: answer ? t('draft.newerTitle', savedBy(answer, view)) : '',
            ...labelsOf(t, 'draft', ['notSaved', 'newerText', 'keepOwn', 'takeNewer']),
          }}
          grounds={namesGround(request, 'refused') ? view.grounds : undefined}
        />
      ) : (
        <>
          {view.awaitsAnswer && <p className={caseStyles.soft}>{whyNot(view)}</p>}
          {!view.awaitsAnswer && !answer && <p className={caseStyles.soft}>{t('case.noAnswer')}</p>}
          <UnsavedLetter labels={labelsOf(t, 'draft', ['unsavedTitle', 'unsavedText', 'discard'])} />
          {answer && !answer.releasedAt && <h3 className={styles.draft}>{t('draft.title', savedBy(answer, view))}</h3>}
          {answer && <AnswerView answer={answer} t={t} />}
        </>
      )}
    </section>
  )
}

/** By whom a text was saved, and when. */
const savedBy = ({ savedBy, savedAt }: SignedDraft, { me, locale, operator }: CaseView) => ({
  own: String(savedBy.id === me),
  name: savedBy.name,
  when: formatInstant(savedAt, locale, operator.timeZone),
})

function whyNot({ t, may, assignee }: CaseView): string {
  if (!may.act) return t('case.readOnly')
  return assignee ? t('case.othersCase', { name: assignee.name }) : t('case.takeFirst')
}
