import { categories } from './categories'
import { defaultAsk } from './default-ask'
import { responseWithin30Days } from './default-rules'
import { imedStatements } from './imed-statements'
import { byLaw, byPolicy } from './legal'
import type { OperatorProfile } from './model'
import { same, t } from './text'

/** АйМед. Its policy numbers no clauses, so that `sections` names its headings. */
export const imed: OperatorProfile = {
  slug: 'imed',
  code: 'AM',
  name: t('АйМед', 'IMed'),
  legalName: t('ООО «АйМед»', 'LLC “IMed”'),
  city: t('Екатеринбург', 'Yekaterinburg'),
  registration: { ogrn: '1206600048016', inn: '6671113564' },
  timeZone: 'Asia/Yekaterinburg',
  site: 'https://imed-group.ru',
  policyUrl: null,
  policyDate: null,
  sections: {
    preamble: t('вступление политики', 'the preamble of the policy'),
    collecting: t('раздел «Какую информацию мы собираем»', 'section “What information we collect”'),
    payment: t('раздел «Банковская карта и способы оплаты»', 'section “Bank card and ways to pay”'),
    'payment-data': t('раздел «Описание процесса передачи данных»', 'section “How data are transmitted”'),
    using: t('раздел «Как мы используем информацию»', 'section “How we use information”'),
    sharing: t('раздел «Передача данных доверенным третьим лицам»', 'section “Sharing with trusted third parties”'),
    contacting: t('раздел «Связь с вами»', 'section “Contacting you”'),
    abroad: t('раздел «Передача персональных данных за границу»', 'section “Transfer of personal data abroad”'),
    authorities: t(
      'раздел «Выполнение запросов юридических, контролирующих и правоохранительных органов»',
      'section “Legal, supervisory and law-enforcement requests”',
    ),
    analytics: t('раздел «Аналитика веб-сайта»', 'section “Website analytics”'),
    storage: t('раздел «Как мы защищаем и храним ваши данные»', 'section “How we protect and store your data”'),
    age: t('раздел «Возрастные ограничения»', 'section “Age limits”'),
    changes: t('раздел «Изменения в нашей Политике конфиденциальности»', 'section “Changes to our privacy policy”'),
    'contact-us': t('раздел «Свяжитесь с нами»', 'section “Contact us”'),
  },
  contacts: [
    {
      channel: 'email',
      value: same('info@imed-group.ru'),
      href: 'mailto:info@imed-group.ru',
      note: t('Вопросы, жалобы и просьбы о ваших данных', 'Questions, complaints and requests about your data'),
      clauses: ['preamble', 'contacting', 'storage', 'contact-us'],
    },
    {
      channel: 'post',
      value: t(
        '620142, Свердловская область, Екатеринбург, улица Степана Разина, строение 2, офис 5',
        '620142, Sverdlovsk region, Yekaterinburg, Stepana Razina street, building 2, office 5',
      ),
      note: t('Юридический адрес', 'Registered address'),
      clauses: ['payment'],
    },
  ],
  kinds: [
    byPolicy(
      'access',
      'preamble',
      t(
        'Клиника сама обещает открыть вам ваши данные: узнайте, что о вас хранится, зачем и кому это передавали.',
        'The clinic itself promises you access to your data: learn what is kept about you, why, and who has received it.',
      ),
    ),
    byLaw('medical-copies'),
    byPolicy(
      'correction',
      'preamble',
      t(
        'Изменить свои данные и распорядиться ими вы можете всегда: напишите, что исправить.',
        'You can always change and manage your data: write what should be corrected.',
      ),
    ),
    byPolicy(
      'deletion',
      'contacting',
      t(
        'Если ваши данные клинике передал кто-то другой, их удалят по вашей просьбе. Остальное — по закону: то, что больше не нужно или получено незаконно.',
        'If someone else gave your data to the clinic, they are deleted when you ask. The rest goes by the law: whatever is no longer needed or was obtained unlawfully.',
      ),
    ),
    byLaw('blocking'),
    byPolicy(
      'consent-withdrawal',
      'contacting',
      t(
        'Предложения приходят пятью путями: письма, SMS, звонки, автоматические звонки и push. От каждого можно отказаться отдельно, и пользоваться услугами это не помешает. Можно отозвать и согласие на обработку целиком.',
        'Offers come in five ways: e-mail, SMS, calls, automatic calls and push. You can refuse each one separately, and no service is closed to you for that. You may also withdraw consent to all processing.',
      ),
    ),
    byLaw('distribution-stop'),
    byLaw('automated-decision'),
  ],
  consentScopes: ['all-processing', 'mailing'],
  mailingChannels: ['email', 'sms', 'calls', 'automatic-calls', 'push'],
  dataCategories: [
    ...categories('given', 'preamble', 'name', 'address', 'phone', 'birth-date', 'email'),
    ...categories('given', 'collecting', 'bank-card', 'account', 'purchases', 'support-history', 'surveys'),
    ...categories('given', 'payment', 'bank-account'),
    ...categories('automatic', 'collecting', 'cookies', 'device', 'location', 'ip-address', 'browser'),
    ...categories('automatic', 'collecting', 'operating-system', 'language', 'access-time', 'activity', 'logs'),
    ...categories('automatic', 'analytics', 'requested-pages', 'analytics'),
    ...categories('others', 'collecting', 'public-sources', 'third-parties', 'other-people'),
  ],
  ...imedStatements,
  relationHint: t(
    'Номер договора или аккаунта, дата визита либо телефон, на который вы записывались',
    'A contract or account number, the date of a visit, or the phone you booked with',
  ),
  ask: { ...defaultAsk, birthDate: 'optional' },
  askByKind: {},
  termRules: responseWithin30Days(
    t(
      'Политика клиники, раздел «Свяжитесь с нами»: ответ на любое обращение за 30 дней',
      'The clinic’s policy, section “Contact us”: every enquiry is answered within 30 days',
    ),
  ),
  accentHue: 168,
  demoMail: 'privacy@imed.example',
}
