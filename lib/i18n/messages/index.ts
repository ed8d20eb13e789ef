import type { Locale } from '@/db/enums'
import adminEn from './en/admin.json'
import commonEn from './en/common.json'
import errorsEn from './en/errors.json'
import adminRu from './ru/admin.json'
import commonRu from './ru/common.json'
import errorsRu from './ru/errors.json'

const ru = { admin: adminRu, common: commonRu, errors: errorsRu }

/** Russian is the original: English that lacks a key of it does not compile. */
export type Messages = typeof ru

const en: Messages = { admin: adminEn, common: commonEn, errors: errorsEn }

/** Everything that the pages say, by language and namespace, in ICU MessageFormat. For servers: it is not small. */
export const messages: Record<Locale, Messages> = { ru, en }
