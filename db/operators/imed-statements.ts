import type { OperatorProfile } from './model'
import { says } from './text'

type StatementKeys = 'purposes' | 'rights' | 'duties' | 'patientDuties' | 'transfers' | 'retention' | 'minors' | 'notes'

/** What АйМед's policy says, retold for patients. */
export const imedStatements: Pick<OperatorProfile, StatementKeys> = {
  purposes: [
    says('using', 'Оказывать услуги и делать их лучше', 'To give services and make them better'),
    says('using', 'Находить сбои и угрозы безопасности', 'To find failures and security threats'),
    says('using', 'Защищаться от мошенничества', 'To guard against fraud'),
    says('using', 'Считать обобщённую статистику', 'To keep summary statistics'),
    says('using', 'Понимать, какие услуги вам нужнее', 'To see which services matter most to you'),
    says('contacting', 'Писать об услугах, которые вы купили', 'To write about services that you bought'),
    says('contacting', 'Предлагать другие услуги, если вы согласны', 'To offer other services, if you agree'),
    says('collecting', 'Сверять и дополнять сведения о вас', 'To check and complete what is known of you'),
    says('collecting', 'Подстраивать сайт под вас', 'To adapt the site to you'),
  ],
  rights: [
    says(
      'preamble',
      'Вы можете посмотреть свои данные, изменить их и решить, что с ними делать.',
      'You may see your data, change them and decide what is done with them.',
    ),
    says(
      'contacting',
      'Если кто-то сообщил клинике ваши данные без вас, попросите их удалить.',
      'If someone gave your data to the clinic without you, ask for them to be deleted.',
    ),
    says(
      'contacting',
      'На рекламу можно не соглашаться: от этого услуги не станут недоступны.',
      'You need not agree to advertising: services stay open to you all the same.',
    ),
    says(
      'contact-us',
      'На каждый вопрос и каждую жалобу вам ответят за 30 дней.',
      'Every question and every complaint is answered within 30 days.',
    ),
  ],
  duties: [
    says(
      'changes',
      'О существенных изменениях политики предупредить не меньше чем за 30 дней: на сайте или письмом.',
      'Give notice of material changes to the policy at least 30 days ahead, on the site or by e-mail.',
    ),
    says(
      'using',
      'Собирать как можно меньше и только с вашего разрешения, ради услуги или по закону.',
      'Collect as little as possible, and only with your permission, for a service or under the law.',
    ),
    says(
      'sharing',
      'Передавать подрядчикам лишь то, без чего им не справиться, и запрещать им любое другое использование.',
      'Give contractors only what their work needs, and forbid them any other use.',
    ),
    says(
      'authorities',
      'По возможности сообщить вам, если ваших данных потребует суд.',
      'Let you know, where possible, if a court demands your data.',
    ),
    says(
      'storage',
      'Защищать данные при передаче и хранении, где нужно — шифрованием.',
      'Protect data in transit and in storage, with encryption where it is needed.',
    ),
  ],
  patientDuties: [
    says(
      'age',
      'Сообщить клинике, если вы узнали, что ей оставил свои данные человек младше 18 лет.',
      'Tell the clinic if you learn that someone under 18 has given it their data.',
    ),
  ],
  transfers: [
    says(
      'sharing',
      'Компаниям группы, партнёрам и подрядчикам: для платежей, рекламы, опросов, анализа и связи с вами.',
      'Group companies, partners and contractors: for payments, advertising, surveys, analysis and contact with you.',
    ),
    says(
      'payment-data',
      'Сбербанку, если вы платите картой на сайте: реквизиты уходят по зашифрованному каналу.',
      'Sberbank, if you pay by card on the site: the details travel over an encrypted channel.',
    ),
    says(
      'authorities',
      'Государственным органам и частным лицам: по требованию суда, для защиты прав, безопасности и от незаконных действий.',
      'Authorities and private persons: at the demand of a court, to protect rights and safety and to stop unlawful acts.',
    ),
    says(
      'abroad',
      'За границу — если вы пользуетесь услугами из другой страны или поддержка отвечает вам оттуда.',
      'Abroad, if you use services from another country or support answers you from there.',
    ),
    says(
      'analytics',
      'Службам аналитики, среди них Яндекс.Метрика и Google Analytics; их серверы бывают в других странах.',
      'Analytics services, Yandex.Metrica and Google Analytics among them; their servers may be in other countries.',
    ),
  ],
  retention: [
    says(
      'storage',
      'Пока данные нужны для услуги, а потом — сколько требуют закон, договор и бухгалтерский учёт или защита прав клиники.',
      'While a service needs the data, and then as long as the law, a contract, accounting or the defence of the clinic’s rights requires.',
    ),
  ],
  minors: {
    minimumAge: 18,
    statement: says(
      'age',
      'Услуги могут покупать только взрослые, с 18 лет. Если данные оставил ребёнок или подросток, напишите клинике.',
      'Only adults, from the age of 18, may buy services. If a child or a teenager has left data, write to the clinic.',
    ),
  },
  notes: [
    says(
      'collecting',
      'Часть сведений о вас клиника может получить не от вас: из открытых баз и от других компаний.',
      'The clinic may get some information about you from elsewhere: public databases and other companies.',
    ),
    says(
      'analytics',
      'По ссылкам открываются чужие сайты со своими правилами.',
      'Links open other people’s sites, which have rules of their own.',
    ),
  ],
}
