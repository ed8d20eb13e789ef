import { useTranslations } from 'next-intl'
import { groundsOf, type Locale, type RequestKind } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { Choices } from '@/app/_ui/form/choices'
import { TextAreaField } from '@/app/_ui/form/text-field'
import { limits } from '@/lib/requests/schemas'
import styles from './filing.module.css'
import { More, Step } from './step'

interface Props {
  number: number
  profile: OperatorProfile
  kind: RequestKind
  locale: Locale
}

/** What is asked for: the questions of the kind, then which data, then anything in the person's own words. */
export function WhatStep({ number, profile, kind, locale }: Props) {
  const t = useTranslations('form')
  const grounds = groundsOf[kind]
  return (
    <Step step="what" number={number} title={t('steps.what')}>
      {kind === 'correction' && <CorrectionFields />}
      {grounds && (
        <Choices
          name="ground"
          label={t(kind === 'claim' ? 'what.claimLegend' : 'what.groundLegend')}
          why={t(kind === 'claim' ? 'what.claimLegendWhy' : 'what.groundWhy')}
          choices={grounds.map((value) => ({
            value,
            label: t(`what.ground-${value}`),
            hint: t(`what.ground-${value}-hint`),
          }))}
        />
      )}
      {kind === 'consent-withdrawal' && <WithdrawalFields profile={profile} />}
      {kind !== 'claim' && kind !== 'consent-withdrawal' && (
        <More title={t('what.categoriesSome')}>
          <Choices
            name="categories[]"
            label={t('what.categories')}
            why={t('what.categoriesWhy')}
            optional={t('optional')}
            many
            look="chips"
            choices={profile.dataCategories.map(({ key, label }) => ({ value: key, label: label[locale] }))}
          />
        </More>
      )}
      <DetailsField kind={kind} />
    </Step>
  )
}

function CorrectionFields() {
  const t = useTranslations('form')
  return (
    <>
      <TextAreaField
        name="correction.wrong"
        label={t('what.wrong')}
        why={t('what.wrongWhy')}
        optional={t('optional')}
        rows={2}
        maxLength={limits.details}
      />
      <TextAreaField
        name="correction.right"
        label={t('what.right')}
        why={t('what.rightWhy')}
        rows={2}
        maxLength={limits.details}
      />
    </>
  )
}

function WithdrawalFields({ profile }: { profile: OperatorProfile }) {
  const t = useTranslations('form')
  const kinds = useTranslations('kinds')
  const [only, ...others] = profile.consentScopes
  return (
    <>
      {only && others.length === 0 ? (
        <input type="hidden" name="scope" value={only} />
      ) : (
        <Choices
          name="scope"
          label={t('what.scopeLegend')}
          choices={profile.consentScopes.map((value) => ({
            value,
            label: kinds(`scope.${value}`),
            hint: t(`what.scope-${value}-hint`),
          }))}
        />
      )}
      {profile.mailingChannels.length > 0 && (
        <div className={styles.whenMailing}>
          <Choices
            name="mailingChannels[]"
            label={t('what.channelsLegend')}
            why={t('what.channelsWhy')}
            many
            look="chips"
            choices={profile.mailingChannels.map((value) => ({ value, label: kinds(`mailingChannel.${value}`) }))}
          />
        </div>
      )}
    </>
  )
}

const detailsOf = {
  access: ['accessDetails', 'accessWhy'],
  correction: ['details', undefined],
  deletion: ['deletionDetails', undefined],
  blocking: ['blockingDetails', 'blockingWhy'],
  'consent-withdrawal': ['withdrawalDetails', undefined],
  claim: ['claimDetails', 'claimWhy'],
} as const

function DetailsField({ kind }: { kind: RequestKind }) {
  const t = useTranslations('form')
  const [label, why] = detailsOf[kind]
  return (
    <TextAreaField
      name="details"
      label={t(`what.${label}`)}
      why={why && t(`what.${why}`)}
      optional={kind === 'claim' ? undefined : t('optional')}
      rows={kind === 'claim' ? 7 : 3}
      maxLength={limits.details}
    />
  )
}
