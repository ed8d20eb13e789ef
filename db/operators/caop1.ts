import { categories } from './categories'
import { defaultAsk } from './default-ask'
import { responseAsForClaims } from './default-rules'
import { byLaw, byPolicy, claimByPolicy } from './legal'
import type { OperatorProfile } from './model'
import { same, says, t } from './text'

/** ЦАОП №1. The city follows from the phone's area code. The policy has two clauses 3.3 and no clause 3.4.3. */
export const caop1: OperatorProfile = {
  slug: 'caop1',
  code: 'PL',
  name: t('ЦАОП № 1', 'CAOP No. 1'),
  legalName: t('ООО «Центр амбулаторной онкологической помощи № 1»', 'LLC “Center for Outpatient Cancer Care No. 1”'),
  city: t('Санкт-Петербург', 'Saint Petersburg'),
  registration: { ogrn: null, inn: null },
  timeZone: 'Europe/Moscow',
  site: 'https://caop1.ru',
  policyUrl: null,
  policyDate: null,
  sections: { preamble: t('вступление политики', 'the preamble of the policy') },
  contacts: [
    {
      channel: 'email',
      value: same('info@caop1.ru'),
      href: 'mailto:info@caop1.ru',
      note: t('В том числе чтобы отказаться от рассылки', 'Also to leave the mailings'),
      clauses: ['preamble'],
    },
    {
      channel: 'phone',
      value: same('+7 (812) 923-52-23'),
      href: 'tel:+78129235223',
      note: t('В том числе чтобы отказаться от рассылки', 'Also to leave the mailings'),
      clauses: ['preamble'],
    },
    {
      channel: 'written-statement',
      value: t('Письменное заявление в клинику', 'A written statement to the clinic'),
      clauses: ['preamble'],
    },
    { channel: 'social', value: same('vk.com/caop1'), href: 'https://vk.com/caop1', clauses: ['preamble'] },
  ],
  kinds: [
    byLaw('access'),
    byLaw('medical-copies'),
    byPolicy(
      'correction',
      '4.1.2',
      t(
        'Сменился паспорт, адрес или телефон, в записи ошибка? Сообщите, и клиника исправит или дополнит данные.',
        'A new passport, address or phone, or a mistake in a record? Tell the clinic, and it will correct or complete the data.',
      ),
    ),
    byPolicy(
      'deletion',
      '3.5',
      t(
        'Обработка кончается, когда вы отзываете согласие или выходит срок по закону. Закон же даёт право потребовать удалить лишнее и полученное незаконно. То, что клиника обязана хранить, останется до своего срока.',
        'Processing ends when you withdraw consent or a statutory term runs out. The law also lets you demand deletion of what is unneeded or unlawfully obtained. What the clinic must keep stays until its term.',
      ),
    ),
    byLaw('blocking'),
    byPolicy(
      'consent-withdrawal',
      'preamble, 3.5',
      t(
        'От писем, SMS и звонков можно отказаться по отдельности или сразу от всех. Можно отозвать и согласие на обработку данных целиком.',
        'You may refuse e-mails, SMS and calls one by one or all at once. You may also withdraw your consent to any processing at all.',
      ),
    ),
    byLaw('distribution-stop'),
    byLaw('automated-decision'),
    claimByPolicy('6.1', '6.2'),
  ],
  consentScopes: ['all-processing', 'mailing'],
  mailingChannels: ['email', 'sms', 'calls'],
  dataCategories: [
    ...categories('given', '3.3.1', 'full-name', 'birth-date', 'birth-place', 'address', 'education', 'profession'),
    ...categories('given', '3.3.1', 'citizenship', 'snils', 'inn', 'bank-details', 'passport', 'identity-document'),
    ...categories('given', '3.3.1', 'name-change', 'phone', 'email', 'photographs', 'social-accounts'),
    ...categories('given', '1.1.3', 'contract-data'),
    ...categories('automatic', '3.3.2', 'browser', 'operating-system', 'user-agent', 'ip-address', 'location'),
    ...categories('automatic', '3.3.2', 'cookies', 'access-time', 'requested-pages'),
  ],
  purposes: [
    says('2.2.1, 2.2.2, 2.2.3', 'Дать вам доступ к сайту и услугам', 'To give you access to the site and services'),
    says('2.2.4', 'Отвечать на обращения, жалобы и претензии', 'To answer enquiries, complaints and claims'),
    says('2.2.5', 'Помогать с работой сайта', 'To help you use the site'),
    says('2.2.8, 2.2.9', 'Вести учёт, отчётность и расчёты', 'To keep accounts, file reports and settle payments'),
    says('2.2.10', 'Исполнять договоры с третьими лицами', 'To perform contracts with third parties'),
    says('2.2.11', 'Улучшать услуги и сайт', 'To improve services and the site'),
    says('2.2.12', 'Вести статистику на обезличенных данных', 'To keep statistics on anonymised data'),
    says('2.2.13', 'Рассказывать об услугах и показывать рекламу', 'To tell of services and show advertising'),
    says('2.2.14', 'Защищаться от мошенничества', 'To guard against fraud'),
  ],
  rights: [
    says(
      'preamble',
      'Отказаться от рассылки можно письменным заявлением, по почте или по телефону.',
      'You may leave the mailings by a written statement, by e-mail or by phone.',
    ),
    says(
      '3.5',
      'Отзовите согласие — и обработка прекратится, если закон не велит хранить данные дольше.',
      'Withdraw your consent and processing stops, unless the law tells the clinic to keep data longer.',
    ),
    says(
      '6.2',
      'Претензию рассмотрят и письменно ответят на неё за 30 календарных дней.',
      'A claim is considered and answered in writing within 30 calendar days.',
    ),
  ],
  duties: [
    says(
      '3.6',
      'Сообщить вам об утечке или потере данных и сделать всё, что требует закон.',
      'Tell you of a leak or loss of data and do all that the law demands.',
    ),
    says(
      '4.2.2',
      'Не продавать, не публиковать и не раскрывать ваши данные, если этого не допускает договор с вами или политика.',
      'Not sell, publish or disclose your data unless your contract or the policy allows it.',
    ),
    says('2.1', 'Собирать только необходимое.', 'Collect only what is necessary.'),
    says('4.2.1', 'Обрабатывать данные лишь для названных целей.', 'Process data only for the named purposes.'),
    says(
      '3.7, 4.2.3',
      'Оберегать данные от чужих рук, искажения и потери.',
      'Shield data from strangers’ hands, distortion and loss.',
    ),
    says('3.8', 'Вместе с вами не допустить вреда от утечки.', 'Work with you to prevent harm from a leak.'),
  ],
  patientDuties: [
    says('4.1.1', 'Сообщать достоверные сведения.', 'Give true information.'),
    says('4.1.2', 'Обновлять их, когда что-то меняется.', 'Update it when something changes.'),
  ],
  transfers: [
    says('3.4.1', 'Вы дали на это согласие.', 'You have given your consent to it.'),
    says(
      '3.4.2',
      'Это нужно для услуги, которую вы выбрали, или для договора с вами.',
      'It is needed for a service that you chose or for a contract with you.',
    ),
    says(
      '3.4.4',
      'Передачи требует закон, и она идёт по его правилам.',
      'The law requires the transfer, and it follows the law’s rules.',
    ),
  ],
  retention: [
    says(
      '3.5',
      'До отзыва согласия либо до конца срока, который установил закон.',
      'Until you withdraw consent, or until the end of the term that the law sets.',
    ),
    says(
      '2.1',
      'Часть сведений закон обязывает хранить дольше, даже если они больше не нужны для услуг.',
      'Some information must by law be kept longer, even if services no longer need it.',
    ),
  ],
  minors: { minimumAge: null, statement: null },
  notes: [
    says(
      '3.3',
      'Кое-где на сайте часть сведений о вас становится видна всем.',
      'In some places on the site, part of the information about you becomes visible to everyone.',
    ),
    says(
      '6.1, 6.3',
      'Претензия обязательна до суда; не договорились — решает суд.',
      'A claim is a must before court; the court decides where talks have failed.',
    ),
    says(
      '7.1, 7.2',
      'Политика может измениться без вашего согласия; новая версия действует с публикации.',
      'The policy may change without your consent; a new version holds from its publication.',
    ),
  ],
  relationHint: t(
    'Номер договора или дата визита; подойдёт и телефон, который вы оставляли',
    'A contract number or the date of a visit; the phone number that you left will do as well',
  ),
  ask: { ...defaultAsk, birthDate: 'optional' },
  // The chart is oncological: data leave the clinic only to the person whose passport it already holds.
  askByKind: { access: { identityDocument: 'required' } },
  termRules: responseAsForClaims('6.2'),
  accentHue: 24,
  demoMail: 'privacy@caop1.example',
}
