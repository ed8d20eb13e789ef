import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { CopyButton } from '@/app/_ui/copy-button'
import { Icon } from '@/app/_ui/icon'
import { type Locale, locales, type RequestKind } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { getIntake } from '@/lib/operators/change-intake'
import { type ClinicLink, getClinicLinks } from '@/lib/operators/clinic-links'
import { canPublishProfile } from '@/lib/operators/permissions'
import page from '../../_ui/page.module.css'
import { QrCode } from '../../_ui/qr-code'
import { setIntake } from './actions'
import { IntakeForm } from './intake-form'
import styles from './links.module.css'
import { buttonCode, frameCode } from './site-code'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links')
  return { title: t('title') }
}

/** What the clinic gives its patients: addresses, a code and a poster for the front desk, a button for its website. */
export default async function LinksPage({ params }: Props) {
  const { ctx, operator } = await staffContext((await params).operator)
  const [[own, ...kinds], t, titles, locale] = await Promise.all([
    orNotFound(getClinicLinks(ctx, operator)),
    getTranslations('links'),
    getTranslations('kinds.title'),
    currentLocale(),
  ])
  const { intake } = messages[locale].links
  const copy = { label: t('copy'), done: t('copied') }

  const addresses = ({ url }: ClinicLink) => (
    <ul className={styles.addresses}>
      {locales.map((each) => (
        <li key={each}>
          <span className={styles.language}>{t(`language.${each}`)}</span>
          <a href={url[each]} className={styles.address}>
            {url[each]}
          </a>
          <CopyButton {...copy} text={url[each]} what={t(`address.${each}`)} />
        </li>
      ))}
    </ul>
  )
  const posters = (kind?: RequestKind) => (
    <p className={styles.posters}>
      <Icon name="print" size={18} /> {t('posters')}:
      {locales.map((each) => (
        <a key={each} href={paths.poster(each, operator.slug, kind)} className={page.link}>
          {t(`posterIn.${each}`)}
        </a>
      ))}
    </p>
  )

  const codes = (name: 'code' | 'frame.code', codeIn: (locale: Locale) => string) =>
    locales.map((each) => (
      <div key={each} className={styles.code}>
        <h3>{t(`language.${each}`)}</h3>
        <pre lang="en">{codeIn(each)}</pre>
        <CopyButton {...copy} text={codeIn(each)} what={t(`${name}.${each}`)} />
      </div>
    ))
  const sites = operator.profile.frames?.map(({ site }) => site).join(', ')

  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <p className={page.intro}>{t('intro')}</p>
      {canPublishProfile(ctx.actor) && (
        <section className={styles.section} aria-labelledby="intake">
          <h2 id="intake">{intake.title}</h2>
          <p className={page.intro}>{intake.intro}</p>
          <IntakeForm
            action={setIntake.bind(null, operator.slug)}
            intake={await getIntake(ctx)}
            words={intake}
            errors={messages[locale].errors}
          />
        </section>
      )}
      <section className={styles.card} aria-labelledby="page">
        <QrCode text={own.url[locale]} label={t('page.qr')} className={styles.qr} />
        <div className={styles.beside}>
          <h2 id="page">{t('page.title')}</h2>
          <p>{t('page.text')}</p>
          {addresses(own)}
          {posters()}
        </div>
      </section>
      <section className={styles.section} aria-labelledby="button">
        <h2 id="button">{t('button.title')}</h2>
        <p className={page.intro}>{t('button.text')}</p>
        {codes('code', (each) => buttonCode(own.url[each], messages[each].links.button.words))}
      </section>
      <section className={styles.section} aria-labelledby="frame">
        <h2 id="frame">{t('frame.title')}</h2>
        <p className={page.intro}>{sites ? t('frame.text', { sites }) : t('frame.none')}</p>
        {sites && codes('frame.code', (each) => frameCode(own.url[each], messages[each].links.button.words))}
        <p>
          {canPublishProfile(ctx.actor) ? (
            <a href={paths.profilePart(locale, operator.slug, 'frames')} className={page.link}>
              {t('frame.allow')}
            </a>
          ) : (
            !sites && t('frame.noneHint')
          )}
        </p>
      </section>
      <section className={styles.section} aria-labelledby="kinds">
        <h2 id="kinds">{t('kinds.title')}</h2>
        <p className={page.intro}>{t('kinds.text')}</p>
        {kinds.map((link) => (
          <div key={link.kind} className={styles.kind}>
            <h3>{link.kind && titles(link.kind)}</h3>
            {addresses(link)}
            {posters(link.kind)}
          </div>
        ))}
      </section>
    </>
  )
}
