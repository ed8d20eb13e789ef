import type { Locale } from '@/db/enums'
import adminEn from './en/admin.json'
import commonEn from './en/common.json'
import errorsEn from './en/errors.json'
import formEn from './en/form.json'
import kindsEn from './en/kinds.json'
import publicEn from './en/public.json'
import adminRu from './ru/admin.json'
import commonRu from './ru/common.json'
import errorsRu from './ru/errors.json'
import formRu from './ru/form.json'
import kindsRu from './ru/kinds.json'
import publicRu from './ru/public.json'

const ru = { admin: adminRu, common: commonRu, errors: errorsRu, form: formRu, kinds: kindsRu, public: publicRu }

/** Russian is the original: English that lacks a key of it does not compile. */
export type Messages = typeof ru

const en: Messages = {
  admin: adminEn,
  common: commonEn,
  errors: errorsEn,
  form: formEn,
  kinds: kindsEn,
  public: publicEn,
}

/** Everything that the pages say, by language and namespace, in ICU MessageFormat. For servers: it is not small. */
export const messages: Record<Locale, Messages> = { ru, en }
