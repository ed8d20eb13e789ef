import { useTranslations } from 'next-intl'
import type { Locale, RequestKind } from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import type { OperatorProfile } from '@/db/operators'
import { Choices } from '@/app/_ui/form/choices'
import { TextAreaField } from '@/app/_ui/form/text-field'
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
  const { grounds, hasScope, hasCorrection, hasCategories } = kindForms[kind]
  return (
    <Step step="what" number={number} title={t('steps.what')}>
      {hasCorrection && <CorrectionFields />}
      {grounds && (
        <Choices
          name="ground"
          label={t(`what.${grounds.legend}`)}
          why={t(`what.${grounds.why}`)}
          choices={grounds.values.map((value) => ({
            value,
            label: t(`what.ground-${value}`),
            hint: t(`what.ground-${value}-hint`),
          }))}
        />
      )}
      {hasScope && <WithdrawalFields profile={profile} />}
      {hasCategories && (
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
      />
      <TextAreaField name="correction.right" label={t('what.right')} why={t('what.rightWhy')} rows={2} />
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

function DetailsField({ kind }: { kind: RequestKind }) {
  const t = useTranslations('form')
  const { label, why, isRequired } = kindForms[kind].details
  return (
    <TextAreaField
      name="details"
      label={t(`what.${label}`)}
      why={why ? t(`what.${why}`) : undefined}
      optional={isRequired ? undefined : t('optional')}
      rows={isRequired ? 7 : 3}
    />
  )
}
