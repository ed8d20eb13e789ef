import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatDate, formatInstant } from '@/lib/i18n/format'
import page from '../../../../_ui/page.module.css'
import { assign, giveBack, take } from './actions'
import { AssignForm } from './assign-form'
import styles from './head.module.css'
import { ButtonForm } from '../../../../_ui/button-form'
import type { CaseView } from '../view'

/** Which request, of what kind, in whose hands; and taking it. */
export function CaseHead({ view }: { view: CaseView }) {
  const { t, request, assignee, colleagues, slug, locale, may, forms, operator } = view
  const badge = {
    registered: 'new',
    'in-progress': undefined,
    answered: view.isOpen ? undefined : 'good',
    withdrawn: undefined,
  }[request.state]
  return (
    <header className={styles.head}>
      <a href={paths.queue(locale, slug)} className={`${page.link} ${styles.back}`}>
        <Icon name="back" size={18} />
        {t('case.back')}
      </a>
      <div className={styles.title}>
        <h1>{request.reference}</h1>
        <span className={page.badge} data-tone={badge}>
          {t(`state.${request.state}`)}
        </span>
        {view.isOpen && !view.awaitsAnswer && (
          <span className={page.badge} data-tone="new">
            {t('case.owes')}
          </span>
        )}
      </div>
      <p className={styles.sub}>
        <strong>{t(`kind.${request.kind}`)}</strong>
        <span>
          {t('case.received')}{' '}
          {t('case.receivedVia', {
            // An officer registers a day; the hour is known of what came by the portal alone.
            date:
              request.channel === 'portal'
                ? formatInstant(request.receivedAt, locale, operator.timeZone)
                : formatDate(request.receivedOn, locale),
            channel: t(`channel.${request.channel}`),
          })}
        </span>
      </p>
      <div className={styles.hands}>
        <p>
          <span>{t('case.assignee')}</span>
          <strong>{assignee ? assignee.name : t('case.nobody')}</strong>
          {view.isMine && ` (${t('case.you')})`}
        </p>
        {may.act && view.isOpen && (
          <ButtonForm
            isOffered={may.take}
            action={take.bind(null, slug)}
            ids={{ requestId: request.id }}
            forms={forms}
            labels={{ submit: t('case.take'), working: t('case.taking') }}
          />
        )}
        {may.giveBack && (
          <ButtonForm
            action={giveBack.bind(null, slug)}
            ids={{ requestId: request.id }}
            forms={forms}
            labels={{ submit: t('case.giveBack'), working: t('case.givingBack') }}
            look={view.awaitsAnswer ? 'plain' : 'quiet'}
          />
        )}
        {may.assign && (
          <details className={styles.assign}>
            <summary>{t('case.assign')}</summary>
            <AssignForm
              action={assign.bind(null, slug)}
              requestId={request.id}
              colleagues={colleagues.filter(({ id }) => id !== assignee?.id)}
              forms={forms}
              labels={{
                assignee: t('case.assignTo'),
                choose: t('case.choose'),
                submit: t('case.assign'),
                working: t('case.assigning'),
              }}
            />
          </details>
        )}
      </div>
    </header>
  )
}
