import type { RequestKind } from '../enums'
import { kindLaws } from '../kinds/laws'
import type { AskField, AskSettings, Bilingual, OperatorProfile } from './model'
import { t } from './text'

/** The lean default: only the signed statement and a representative's authority are insisted on (152-FZ 14(3)). */
export const defaultAsk: AskSettings = {
  identityDocument: 'optional',
  relation: 'optional',
  authorityDocument: 'required',
  signature: 'required',
  proof: 'hidden',
  birthDate: 'hidden',
  phone: 'optional',
  postalAddress: 'hidden',
}

/** Why a form asks for each field, in the words of the form. */
export const askReasons: Record<AskField, Bilingual> = {
  identityDocument: t(
    'Закон просит указать в запросе документ: так клиника не отдаст данные чужому человеку. Скан не нужен.',
    'The law asks a request to name a document, so that your data are not handed to a stranger. No scan is needed.',
  ),
  relation: t(
    'Помогает найти ваши записи. Подойдёт любая мелочь: номер договора или карты, дата визита.',
    'It helps to find your records. Any detail will do: a contract or chart number, the date of a visit.',
  ),
  authorityDocument: t(
    'Нужен, только если вы обращаетесь за другого человека: доверенность, свидетельство о рождении или решение суда.',
    'Needed only if you act for someone else: a power of attorney, a birth certificate or a court decision.',
  ),
  signature: t(
    'Закон требует подписи. Достаточно отметить, что запрос ваш, и написать своё имя; скан или файл электронной подписи — по желанию.',
    'The law wants a signature. It is enough to confirm that the request is yours and type your name; a scan or an electronic signature file is up to you.',
  ),
  proof: t(
    'Если есть документ, который подтверждает вашу правоту, приложите его: клиника проверит всё быстрее.',
    'If a document shows that you are right, attach it: the clinic will check everything sooner.',
  ),
  birthDate: t(
    'Отличает вас от полного тёзки среди пациентов.',
    'Tells you from another patient with exactly the same name.',
  ),
  phone: t(
    'Чтобы уточнить детали, если письмо до вас не дойдёт.',
    'To settle details if an e-mail does not reach you.',
  ),
  postalAddress: t('Если хотите получить письменный ответ на бумаге.', 'If you want the written answer on paper.'),
}

/** What the form of a kind asks for at this clinic; where it says nothing of the kind, what the kind needs by itself. */
export function askFor(profile: Pick<OperatorProfile, 'ask' | 'askByKind'>, kind: RequestKind): AskSettings {
  return { ...profile.ask, ...(profile.askByKind[kind] ?? kindLaws[kind].ask) }
}
