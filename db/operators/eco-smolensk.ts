import { categories } from './categories'
import { defaultAsk } from './default-ask'
import { blockOnReceipt, responseAsForClaims } from './default-rules'
import { byLaw, byPolicy, claimByPolicy } from './legal'
import type { OperatorProfile } from './model'
import { says, t } from './text'

/** «Центр ЭКО», Smolensk: a portal with accounts. Its policy names no legal entity, no address and no date. */
export const ecoSmolensk: OperatorProfile = {
  slug: 'eco-smolensk',
  code: 'SM',
  name: t('«Центр ЭКО» Смоленск', 'IVF Center Smolensk'),
  legalName: t('Клиника «Центр ЭКО» Смоленск', 'The IVF Center clinic, Smolensk'),
  city: t('Смоленск', 'Smolensk'),
  registration: { ogrn: null, inn: null },
  timeZone: 'Europe/Moscow',
  site: 'http://www.rus-ivf.com',
  policyUrl: 'http://www.rus-ivf.com',
  policyDate: null,
  sections: {},
  contacts: [
    {
      channel: 'administrator',
      value: t('Администратор портала www.rus-ivf.com', 'The administrator of www.rus-ivf.com'),
      href: 'http://www.rus-ivf.com',
      note: t(
        'Вопросы по политике принимает администратор; адреса или телефона в ней нет.',
        'The administrator takes questions about the policy; it gives no address or phone.',
      ),
      clauses: ['9.3', '9.4'],
    },
  ],
  kinds: [
    byLaw('access'),
    byLaw('medical-copies'),
    byPolicy(
      'correction',
      '6.1.2',
      t(
        'Сменили почту или заметили ошибку в учётной записи? Напишите, и клиника обновит данные.',
        'Have you changed your e-mail or found a mistake in your account? Write, and the clinic will update the data.',
      ),
    ),
    byLaw('deletion'),
    byPolicy(
      'blocking',
      '6.2.4',
      t(
        'Если данные неверны или используются незаконно, клиника замораживает их, как только обратитесь вы, ваш законный представитель или надзорный орган, — на всё время проверки.',
        'If data are wrong or used unlawfully, the clinic freezes them as soon as you, your legal representative or the supervisory authority asks, for the whole time of the check.',
      ),
    ),
    byLaw('consent-withdrawal'),
    byLaw('distribution-stop'),
    byLaw('automated-decision'),
    claimByPolicy('8.1', '8.2'),
  ],
  consentScopes: ['all-processing'],
  mailingChannels: [],
  dataCategories: [
    ...categories('given', '3.2.1', 'login'),
    ...categories('given', '3.2.2', 'password'),
    ...categories('given', '3.2.3', 'email'),
    ...categories('automatic', '4.1.4', 'location'),
    ...categories('automatic', '1.1.6', 'cookies'),
    ...categories('automatic', '1.1.7', 'ip-address'),
    ...categories('automatic', '3.4', 'browser', 'operating-system'),
  ],
  purposes: [
    says('4.1.1', 'Узнавать вас при входе', 'To recognise you when you sign in'),
    says('4.1.2', 'Открывать личные разделы портала', 'To open the personal parts of the portal'),
    says('4.1.3', 'Отвечать на запросы и заявки', 'To answer enquiries and requests'),
    says('4.1.4', 'Определять местоположение ради безопасности', 'To find your location for the sake of security'),
    says('4.1.5', 'Подтверждать регистрацию', 'To confirm your registration'),
    says('4.1.6', 'Завести учётную запись, если вы согласны', 'To create an account, if you agree'),
    says('4.1.7', 'Помогать, когда портал не работает', 'To help when the portal does not work'),
    says('4.1.8', 'Открывать сервисы партнёров портала', 'To open the services of the portal’s partners'),
  ],
  rights: [
    says(
      '6.2.4',
      'Спорные данные блокируют сразу после обращения, и так до конца проверки.',
      'Disputed data are blocked right after you ask, until the end of the check.',
    ),
    says(
      '8.2',
      'Ответ на претензию придёт письменно, за 30 календарных дней.',
      'The answer to a claim comes in writing, within 30 calendar days.',
    ),
    says('4.1.6', 'Учётную запись создают, только если вы этого хотите.', 'An account is created only if you want it.'),
  ],
  duties: [
    says(
      '5.3',
      'Предупредить вас, если данные потеряны или стали известны посторонним.',
      'Warn you if data are lost or become known to strangers.',
    ),
    says(
      '6.2.2',
      'Держать ваши данные в секрете: не раскрывать, не продавать и не публиковать без письменного разрешения. Исключение — п. 5.2.',
      'Keep your data secret: disclose, sell and publish none of them without your written permission. The exception is clause 5.2.',
    ),
    says(
      '6.2.1',
      'Не использовать данные ни для чего, кроме названных целей.',
      'Use data for nothing but the named purposes.',
    ),
    says(
      '3.4',
      'Так же бережно хранить всё прочее, что портал узнал о вас, — например, ваш браузер и систему.',
      'Keep just as safe everything else the portal learnt about you, such as your browser and system.',
    ),
    says(
      '5.4, 6.2.3',
      'Защищать данные от взлома, порчи и распространения.',
      'Protect data against break-ins, damage and spreading.',
    ),
    says(
      '5.5',
      'Если случилась утечка, вместе с вами уменьшить её последствия.',
      'If a leak happens, reduce its consequences together with you.',
    ),
  ],
  patientDuties: [
    says(
      '6.1.1',
      'Указать данные, без которых портал не работает.',
      'Give the data that the portal cannot work without.',
    ),
    says('6.1.2', 'Обновлять их, когда они меняются.', 'Update them when they change.'),
  ],
  transfers: [
    says(
      '5.2',
      'Только государственным органам, когда этого требует закон и в его порядке.',
      'Only to public authorities, when the law requires it and in the way it lays down.',
    ),
  ],
  retention: [
    says(
      '5.1',
      'Срок обработки не ограничен, но согласие можно отозвать в любой момент (152-ФЗ, ч. 2 ст. 9).',
      'The term of processing is not limited, but you may withdraw consent at any moment (152-FZ, art. 9(2)).',
    ),
  ],
  minors: { minimumAge: null, statement: null },
  notes: [
    says(
      '3.3',
      'Если отключить cookie, разделы со входом могут не открыться.',
      'With cookies switched off, the parts behind the sign-in may not open.',
    ),
    says(
      '8.1, 8.3',
      'До суда нужно подать претензию; если она не помогла, дело решает суд.',
      'A claim must come before the court; if it does not help, the court decides.',
    ),
    says(
      '9.1, 9.2',
      'Клиника вправе менять политику сама; изменения действуют с публикации на портале.',
      'The clinic may change the policy by itself; changes hold from their publication on the portal.',
    ),
    says('2.4', 'Достоверность данных портал не проверяет.', 'The portal does not verify that data are true.'),
  ],
  relationHint: t(
    'Логин или почта учётной записи. Пароль не называйте никому: клинике он не нужен.',
    'The login or e-mail of your account. Tell your password to nobody: the clinic does not need it.',
  ),
  ask: defaultAsk,
  askByKind: {},
  termRules: [...responseAsForClaims('8.2'), blockOnReceipt('6.2.4')],
  accentHue: 335,
  demoMail: 'privacy@eco-smolensk.example',
}
