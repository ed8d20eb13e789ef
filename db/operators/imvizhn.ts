import { categories } from './categories'
import { defaultAsk } from './default-ask'
import { blockOnReceipt, responseAsForClaims } from './default-rules'
import { byLaw, byPolicy, claimByPolicy } from './legal'
import type { OperatorProfile } from './model'
import { same, says, t } from './text'

/** IMVIZHN: a form on a site, and the duty to block at once. Mailings (4.1.5) go where the form's contacts lead. */
export const imvizhn: OperatorProfile = {
  slug: 'imvizhn',
  code: 'NV',
  name: t('ИМВИЖН', 'IMVIZHN'),
  legalName: t('ООО «ИМВИЖН»', 'LLC “IMVIZHN”'),
  city: t('Санкт-Петербург', 'Saint Petersburg'),
  registration: { ogrn: '1217800181378', inn: '7842197752' },
  timeZone: 'Europe/Moscow',
  site: 'https://imv-ms.com',
  policyUrl: 'https://imv-ms.com/privacy-policy',
  policyDate: '2025-05-03',
  sections: { details: t('сведения об операторе в конце политики', 'operator’s details at the end of the policy') },
  contacts: [
    {
      channel: 'email',
      value: same('ImagingMedicalVision@gmail.com'),
      href: 'mailto:ImagingMedicalVision@gmail.com',
      note: t('Вопросы и предложения по политике', 'Questions and suggestions about the policy'),
      clauses: ['9.3', 'details'],
    },
    {
      channel: 'post',
      value: t(
        '191119, Россия, Санкт-Петербург, Транспортный переулок, дом 1, литера А, помещение 408, офис 50',
        '191119, Russia, Saint Petersburg, Transportny lane, building 1, letter A, premises 408, office 50',
      ),
      clauses: ['details'],
    },
    {
      channel: 'site-form',
      value: same('imv-ms.com'),
      href: 'https://imv-ms.com',
      note: t('Форма обратной связи в разделе «Контакты»', 'The feedback form in the “Contacts” section'),
      clauses: ['3.2'],
    },
  ],
  kinds: [
    byLaw('access'),
    byLaw('medical-copies'),
    byPolicy(
      'correction',
      '6.1.2',
      t(
        'Если ваше имя, телефон или почта изменились либо записаны с ошибкой, сообщите: клиника их обновит.',
        'If your name, phone or e-mail has changed or was written down wrongly, tell the clinic: it will update them.',
      ),
    ),
    byLaw('deletion'),
    byPolicy(
      'blocking',
      '6.2.4',
      t(
        'Данные неверны, или с ними обошлись незаконно? Клиника перестаёт ими пользоваться с момента обращения — вашего, вашего представителя или Роскомнадзора — и до конца проверки.',
        'Are the data wrong or handled unlawfully? The clinic stops using them from the moment you, your representative or the supervisory authority asks, until the check is over.',
      ),
    ),
    byPolicy(
      'consent-withdrawal',
      '4.1.5',
      t(
        'Новости и предложения клиника шлёт только тем, кто согласился. Откажитесь от них или отзовите согласие целиком — закон позволяет это в любой момент.',
        'News and offers go only to those who agreed. Refuse them, or withdraw your consent altogether: the law lets you do it at any time.',
      ),
    ),
    byLaw('distribution-stop'),
    byLaw('automated-decision'),
    claimByPolicy('8.1', '8.2'),
  ],
  consentScopes: ['all-processing', 'mailing'],
  mailingChannels: ['email', 'sms', 'calls'],
  dataCategories: [
    ...categories('given', '3.2.1', 'name'),
    ...categories('given', '3.2.2', 'phone'),
    ...categories('given', '3.2.3', 'email'),
    ...categories('given', '3.2.4', 'message'),
    ...categories('automatic', '1.1.6', 'cookies'),
    ...categories('automatic', '1.1.7', 'ip-address'),
  ],
  purposes: [
    says(
      '4.1.1',
      'Понять, кто написал, связаться и при желании заключить договор',
      'To know who wrote, get in touch and, if wished, sign a contract',
    ),
    says('4.1.2', 'Отвечать на сообщения и заявки', 'To answer messages and requests'),
    says('4.1.3', 'Убедиться, что данные верны и полны', 'To make sure that data are right and complete'),
    says('4.1.4', 'Помочь, если что-то не работает', 'To help when something does not work'),
    says('4.1.5', 'Присылать новости и предложения, если вы согласились', 'To send news and offers, if you agreed'),
  ],
  rights: [
    says(
      '6.2.4',
      'По вашему обращению клиника блокирует спорные данные сразу и на всё время проверки.',
      'When you ask, the clinic blocks disputed data at once and for as long as the check lasts.',
    ),
    says(
      '8.2',
      'На претензию вам письменно ответят за 30 календарных дней.',
      'A claim is answered to you in writing within 30 calendar days.',
    ),
    says('4.1.5', 'Рассылка приходит только с вашего согласия.', 'You get mailings only if you have agreed to them.'),
  ],
  duties: [
    says(
      '5.4',
      'Сообщить вам, если ваши данные утрачены или попали к посторонним.',
      'Tell you if your data are lost or reach strangers.',
    ),
    says(
      '6.2.2',
      'Хранить сведения в тайне: без вашего письменного разрешения не раскрывать, не продавать и не публиковать. Исключения — в п. 5.2 и 5.3.',
      'Keep information secret: disclose, sell and publish nothing without your written permission. Clauses 5.2 and 5.3 name the exceptions.',
    ),
    says('6.2.1', 'Использовать данные только для названных целей.', 'Use data only for the purposes it has named.'),
    says(
      '5.5, 6.2.3',
      'Беречь данные от чужого доступа, изменения и утечки.',
      'Guard data against access by strangers, alteration and leaks.',
    ),
    says(
      '5.6',
      'Если утечка всё же случилась, вместе с вами не допустить вреда.',
      'If a leak happens all the same, work with you to prevent harm.',
    ),
  ],
  patientDuties: [
    says(
      '6.1.1',
      'Указать в форме то, без чего вам не ответить.',
      'Give in the form what an answer cannot do without.',
    ),
    says('6.1.2', 'Сообщать, когда ваши данные меняются.', 'Tell the clinic when your data change.'),
  ],
  transfers: [
    says(
      '5.2',
      'Третьим лицам — только чтобы выполнить вашу заявку с сайта.',
      'To third parties, only to carry out the request that you made on the site.',
    ),
    says(
      '5.3',
      'Государственным органам — только по закону и в установленном им порядке.',
      'To public authorities, only on the grounds and in the manner of the law.',
    ),
  ],
  retention: [
    says(
      '5.1',
      'Срока обработки политика не ставит, но по закону согласие можно отозвать в любой момент (152-ФЗ, ч. 2 ст. 9).',
      'The policy sets no term of processing, but by law you may withdraw consent at any moment (152-FZ, art. 9(2)).',
    ),
  ],
  minors: { minimumAge: null, statement: null },
  notes: [
    says(
      '8.1, 8.3',
      'Сначала претензия, потом суд: если договориться не вышло, спор решит суд.',
      'First a claim, then the court, should you and the clinic fail to agree.',
    ),
    says(
      '9.1, 9.2',
      'Политика может меняться без вашего согласия; новая версия действует с публикации на сайте.',
      'The policy may change without your consent; a new version holds from its publication on the site.',
    ),
    says('2.4', 'Верны ли данные, сайт не проверяет.', 'The site does not check whether data are true.'),
  ],
  relationHint: t(
    'Почта или телефон, с которыми вы писали через сайт, и примерная дата сообщения',
    'The e-mail or phone you wrote with through the site, and the rough date of the message',
  ),
  ask: defaultAsk,
  askByKind: {},
  termRules: [...responseAsForClaims('8.2'), blockOnReceipt('6.2.4')],
  accentHue: 262,
  demoMail: 'privacy@imvizhn.example',
}
