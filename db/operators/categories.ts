import type { Bilingual, CategoryGroup, DataCategory } from './model'
import { t } from './text'

/** Shared names of data categories, so that the same thing is called the same at every clinic. */
const labels = {
  name: t('Имя', 'Name'),
  'last-name': t('Фамилия', 'Last name'),
  'first-name': t('Имя', 'First name'),
  'middle-name': t('Отчество', 'Middle name'),
  'full-name': t('Фамилия, имя и отчество', 'Full name'),
  email: t('Электронная почта', 'E-mail address'),
  phone: t('Телефон', 'Phone number'),
  address: t('Адрес', 'Address'),
  'birth-date': t('Дата рождения', 'Date of birth'),
  'birth-place': t('Место рождения', 'Place of birth'),
  'bank-card': t('Банковская карта', 'Bank card'),
  'bank-account': t('Банковский счёт', 'Bank account'),
  'bank-details': t('Банковские реквизиты', 'Bank details'),
  account: t('Аккаунт и его номер', 'Account and its number'),
  purchases: t('Покупки и сроки действия услуг', 'Purchases and the terms of services'),
  'support-history': t('Обращения в поддержку и ответы на них', 'Support enquiries and the answers to them'),
  surveys: t('Ответы в опросах и конкурсах', 'Answers in surveys and contests'),
  message: t('Текст сообщения', 'Text of the message'),
  login: t('Логин', 'Login'),
  password: t('Пароль', 'Password'),
  education: t('Образование', 'Education'),
  profession: t('Профессия', 'Profession'),
  citizenship: t('Гражданство', 'Citizenship'),
  snils: t('СНИЛС', 'Insurance number (SNILS)'),
  inn: t('ИНН', 'Taxpayer number (INN)'),
  passport: t('Паспортные данные', 'Passport details'),
  'identity-document': t('Другой документ, удостоверяющий личность', 'Another identity document'),
  'name-change': t('Документ о смене имени', 'Name-change document'),
  photographs: t('Фотографии', 'Photographs'),
  'social-accounts': t('Страницы в социальных сетях', 'Social media accounts'),
  'contract-data': t('Другие сведения, предусмотренные договором', 'Other information that a contract provides for'),
  'other-given': t('Другое, что вы сообщили о себе сами', 'Anything else you told about yourself'),
  'ip-address': t('IP-адрес', 'IP address'),
  browser: t('Браузер и его настройки', 'Browser and its settings'),
  'operating-system': t('Операционная система', 'Operating system'),
  'user-agent': t('Строка User agent', 'User agent string'),
  device: t('Устройство и его идентификаторы', 'Device and its identifiers'),
  location: t('Местоположение', 'Location'),
  cookies: t('Файлы cookie', 'Cookies'),
  'access-time': t('Дата и время посещения', 'Date and time of access'),
  'requested-pages': t('Адреса открытых страниц', 'Addresses of requested pages'),
  activity: t('Действия на сайте и в приложении', 'Actions on the site and in the app'),
  language: t('Языковые предпочтения', 'Language preferences'),
  logs: t('Журналы работы и сведения об ошибках', 'Log files and error reports'),
  analytics: t('Данные Яндекс.Метрики и Google Analytics', 'Yandex.Metrica and Google Analytics data'),
  'public-sources': t('Сведения из открытых баз данных', 'Information from public databases'),
  'third-parties': t('Сведения, полученные от третьих лиц', 'Information from third parties'),
  'other-people': t('То, что о вас сообщили другие люди', 'What other people told about you'),
} satisfies Record<string, Bilingual>

type CategoryKey = keyof typeof labels

/** Categories that one clause of a policy names. */
export function categories(group: CategoryGroup, clause: string, ...keys: readonly CategoryKey[]): DataCategory[] {
  return keys.map((key) => ({ key, group, label: labels[key], clause }))
}
