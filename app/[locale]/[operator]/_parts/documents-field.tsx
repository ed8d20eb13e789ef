import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { FilesField } from '@/app/_ui/form/files-field'
import { fileLimits } from '@/lib/documents/limits'
import { formatFileSize } from '@/lib/i18n/format'

/** Files that go with a request, or later with a message to it. */
export function DocumentsField({ why, locale }: { why: string; locale: Locale }) {
  const t = useTranslations('form')
  const errors = useTranslations('errors')
  return (
    <FilesField
      label={t('files.label')}
      why={why}
      optional={t('optional')}
      accept={fileLimits.accept}
      maxBytes={fileLimits.bytes}
      hint={t('files.hint', { count: fileLimits.perForm, size: formatFileSize(10_000_000, locale) })}
      words={{
        kept: t('files.kept'),
        keptHint: t('files.keptHint'),
        remove: t('files.remove'),
        again: t('files.again'),
        refused: t('files.refused'),
        repeated: t('files.repeated'),
        faults: {
          'file-empty': errors('file-empty'),
          'file-too-large': errors('file-too-large'),
          'file-office': errors('file-office'),
          'file-archive': errors('file-archive'),
          'file-type': errors('file-type'),
        },
      }}
    />
  )
}
