import type { Locale } from '@/db/enums'
import adminEn from './en/admin.json'
import adminDeadlinesEn from './en/adminDeadlines.json'
import caseEn from './en/case.json'
import commonEn from './en/common.json'
import erasureEn from './en/erasure.json'
import errorsEn from './en/errors.json'
import failureEn from './en/failure.json'
import formEn from './en/form.json'
import kindsEn from './en/kinds.json'
import linksEn from './en/links.json'
import peopleEn from './en/people.json'
import profileEn from './en/profile.json'
import publicEn from './en/public.json'
import receiptEn from './en/receipt.json'
import refusalEn from './en/refusal.json'
import savedEn from './en/saved.json'
import signOnEn from './en/signOn.json'
import adminRu from './ru/admin.json'
import adminDeadlinesRu from './ru/adminDeadlines.json'
import caseRu from './ru/case.json'
import commonRu from './ru/common.json'
import erasureRu from './ru/erasure.json'
import errorsRu from './ru/errors.json'
import failureRu from './ru/failure.json'
import formRu from './ru/form.json'
import kindsRu from './ru/kinds.json'
import linksRu from './ru/links.json'
import peopleRu from './ru/people.json'
import profileRu from './ru/profile.json'
import publicRu from './ru/public.json'
import receiptRu from './ru/receipt.json'
import refusalRu from './ru/refusal.json'
import savedRu from './ru/saved.json'
import signOnRu from './ru/signOn.json'

const ru = {
  admin: adminRu,
  adminDeadlines: adminDeadlinesRu,
  case: caseRu,
  common: commonRu,
  erasure: erasureRu,
  errors: errorsRu,
  failure: failureRu,
  form: formRu,
  kinds: kindsRu,
  links: linksRu,
  people: peopleRu,
  profile: profileRu,
  public: publicRu,
  receipt: receiptRu,
  refusal: refusalRu,
  saved: savedRu,
  signOn: signOnRu,
}

/** Russian is the original: English that lacks a key of it does not compile. */
export type Messages = typeof ru

const en: Messages = {
  admin: adminEn,
  adminDeadlines: adminDeadlinesEn,
  case: caseEn,
  common: commonEn,
  erasure: erasureEn,
  errors: errorsEn,
  failure: failureEn,
  form: formEn,
  kinds: kindsEn,
  links: linksEn,
  people: peopleEn,
  profile: profileEn,
  public: publicEn,
  receipt: receiptEn,
  refusal: refusalEn,
  saved: savedEn,
  signOn: signOnEn,
}

/** Everything that the pages say, by language and namespace, in ICU MessageFormat. For servers: it is not small. */
export const messages: Record<Locale, Messages> = { ru, en }
