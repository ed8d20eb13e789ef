import { categories } from './categories'
import { defaultAsk } from './default-ask'
import { byLaw, byPolicy } from './legal'
import type { OperatorProfile } from './model'
import { same, says, t } from './text'

/** MedSystems Group. Its policy names no legal entity, no city and no date, and gives no term of answer. */
export const medsystems: OperatorProfile = {
  slug: 'medsystems',
  code: 'MG',
  name: same('MedSystems Group'),
  legalName: same('MedSystems Group'),
  city: null,
  registration: { ogrn: null, inn: null },
  timeZone: 'Europe/Moscow',
  site: 'https://www.medsystemsgroup.ru/',
  policyUrl: null,
  policyDate: null,
  sections: {},
  contacts: [
    {
      channel: 'site-form',
      value: same('www.medsystemsgroup.ru'),
      href: 'https://www.medsystemsgroup.ru/',
      note: t(
        'Формы обратной связи и комментариев на сайте: других каналов политика не называет.',
        'The feedback and comment forms of the site: the policy names no other channel.',
      ),
      clauses: ['3', '7.1.1'],
    },
  ],
  kinds: [
    byLaw('access'),
    byLaw('medical-copies'),
    byPolicy(
      'correction',
      '10.1',
      t(
        'Свои данные можно исправить или дополнить в любое время — все сразу или только часть.',
        'Your data can be put right or completed at any time, all of them or only a part.',
      ),
    ),
    byPolicy(
      'deletion',
      '10.2',
      t(
        'Попросите удалить всё, что вы о себе сообщили, или только часть: клинике понадобится лишь время на техническую работу.',
        'Ask to delete everything you told about yourself, or only a part: the clinic needs no more than the time for the technical work.',
      ),
    ),
    byLaw('blocking'),
    byLaw('consent-withdrawal'),
    byLaw('distribution-stop'),
    byLaw('automated-decision'),
  ],
  consentScopes: ['all-processing'],
  mailingChannels: [],
  dataCategories: [
    ...categories('given', '7.1.1', 'last-name', 'first-name', 'middle-name', 'email', 'phone', 'bank-card'),
    ...categories('given', '7.1.1', 'other-given'),
    ...categories('automatic', '7.1.2', 'ip-address', 'browser', 'access-time', 'requested-pages'),
  ],
  purposes: [
    says('8.2.1', 'Знать, с кем заключён договор', 'To know who the party to a contract is'),
    says('8.2.2', 'Подбирать услуги лично для вас', 'To suit services to you personally'),
    says('8.2.3', 'Быть с вами на связи и отвечать на заявки', 'To stay in touch and answer your requests'),
    says('8.2.4', 'Улучшать и развивать услуги', 'To improve and develop services'),
    says('8.2.5', 'Показывать рекламу, которая вам ближе', 'To show advertising that fits you better'),
    says('8.2.6', 'Вести статистику на обезличенных данных', 'To keep statistics on anonymised data'),
  ],
  rights: [
    says(
      '10.1',
      'Вы в любой момент можете исправить и дополнить то, что о себе сообщили, и решить, насколько это закрыто от посторонних.',
      'At any moment you may correct and complete what you told about yourself, and decide how private it is.',
    ),
    says(
      '10.2',
      'Вы можете попросить удалить данные целиком или частично.',
      'You may ask for your data to be deleted, wholly or in part.',
    ),
    says(
      '7.1.1',
      'Поля, без которых услугу не оказать, отмечены; остальные заполняйте, только если хотите.',
      'Fields without which a service cannot be given are marked; fill in the others only if you want to.',
    ),
  ],
  duties: [
    says(
      '12.2',
      'Всем, кто оставил на сайте свои данные, клиника сообщает об изменениях политики.',
      'The clinic tells everyone who left data on the site when its policy changes.',
    ),
    says(
      '8.1',
      'Собирать только то, без чего не оказать услугу и не исполнить договор.',
      'Collect only what a service or a contract cannot do without.',
    ),
    says(
      '9.2',
      'Хранить ваши данные в тайне — кроме того, что вы сами сделали доступным всем.',
      'Keep your data confidential, but for what you made public yourself.',
    ),
    says(
      '11.1',
      'Защищать данные от чужого доступа, утечки и порчи.',
      'Protect your data from strangers, leaks and damage.',
    ),
  ],
  patientDuties: [
    says(
      '7.3',
      'Сообщать верные сведения и обновлять их: сайт, как правило, их не проверяет.',
      'Give true information and keep it up to date: as a rule, the site does not check it.',
    ),
  ],
  transfers: [
    says('9.3.1', 'Вы сами на это согласились.', 'You have agreed to it yourself.'),
    says(
      '9.3.2',
      'Без этого не оказать услугу, которой вы пользуетесь.',
      'A service that you use cannot be given without it.',
    ),
    says(
      '9.3.3',
      'Этого требует закон — и только в том порядке, который он задаёт.',
      'The law provides for it, and only in the way it lays down.',
    ),
    says(
      '9.3.4',
      'Вы нарушили условия сайта, и ему или другим людям нужно защитить свои права.',
      'You broke the terms of the site, and the site or other people must protect their rights.',
    ),
  ],
  retention: [
    says(
      '9.1',
      'Сроки хранения задают внутренние правила каждой услуги; в политике их нет.',
      'How long data are kept is set by the internal rules of each service; the policy gives no terms.',
    ),
    says(
      '10.2',
      'После просьбы об удалении данные остаются лишь на время технической работы.',
      'After a request to delete, data stay only as long as the technical work takes.',
    ),
  ],
  minors: {
    minimumAge: null,
    statement: says(
      '7.3',
      'Возраст и дееспособность сайт не проверяет. За ребёнка запрос подаёт родитель или другой законный представитель.',
      'The site checks neither age nor legal capacity. A parent or another legal representative files for a child.',
    ),
  },
  notes: [
    says(
      '9.2',
      'В некоторых сервисах часть сведений о вас видна всем.',
      'In some services, part of the information about you can be seen by everyone.',
    ),
    says(
      '7.2',
      'За сайты, на которые ведут ссылки, клиника не отвечает.',
      'The clinic does not answer for the sites that its links lead to.',
    ),
  ],
  relationHint: t(
    'Почта или телефон, которые вы указали в форме на сайте, либо номер договора',
    'The e-mail or phone that you gave in a form of the site, or a contract number',
  ),
  ask: defaultAsk,
  askByKind: {},
  termRules: [],
  accentHue: 212,
  demoMail: 'privacy@medsystems.example',
}
