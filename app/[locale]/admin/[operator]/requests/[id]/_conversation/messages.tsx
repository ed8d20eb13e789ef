import { randomUUID } from 'node:crypto'
import { formatInstant } from '@/lib/i18n/format'
import { ask } from './actions'
import caseStyles from '../case.module.css'
import { FileLinks } from '../_documents/files'
import styles from './messages.module.css'
import { QuestionForm } from './question-form'
import type { CaseView } from '../view'

/** Questions and what came back; while the request is open, one more can be asked. */
export function Messages({ view }: { view: CaseView }) {
  const { t, locale, messages, files, operator, request, personal, slug, may, forms } = view
  const hasEmail = personal.contact.email !== ''
  return (
    <section className={caseStyles.card} aria-labelledby="messages">
      <h2 id="messages">{t('case.messages')}</h2>
      {messages.length === 0 ? (
        <p className={caseStyles.soft}>{t('case.noMessages')}</p>
      ) : (
        <ol className={styles.messages}>
          {messages.map((message) => (
            <li key={message.id} data-author={message.author}>
              <p className={caseStyles.soft}>
                <strong>{t(message.author === 'staff' ? 'case.fromStaff' : 'case.fromRequester')}</strong>,{' '}
                {formatInstant(message.sentAt, locale, operator.timeZone)}
              </p>
              {message.text && <p className={caseStyles.words}>{message.text}</p>}
              <FileLinks files={files.filter(({ messageId }) => messageId === message.id)} view={view} />
            </li>
          ))}
        </ol>
      )}
      {may.ask && (
        <QuestionForm
          action={ask.bind(null, slug)}
          requestId={request.id}
          submissionId={randomUUID()}
          isBesideLetter={may.answer}
          forms={forms}
          labels={{
            text: t('case.question'),
            hint: t(hasEmail ? 'case.questionHint' : 'case.questionHintByPost'),
            submit: t(hasEmail ? 'case.ask' : 'case.askByPost'),
            working: t('case.asking'),
            done: t(hasEmail ? 'case.askedDone' : 'case.askedDoneByPost'),
          }}
        />
      )}
    </section>
  )
}
