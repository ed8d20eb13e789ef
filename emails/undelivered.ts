import type { Locale, MailFinding } from '@/db/enums'

/** Why a letter will not arrive: all that a last try may have come to, but for its success. */
export type Undelivered = Exclude<MailFinding, 'accepted'>

/** One sentence or two, true of what was done; tries end after 72 hours (lib/mail/policy.ts). */
export const undelivered: Record<Locale, Record<Undelivered, string>> = {
  ru: {
    'address-refused': 'Почтовый сервер отказался принимать письма на адрес, указанный в обращении.',
    'letter-refused': 'Почтовый сервер отказался принять это письмо.',
    'put-off': 'Трое суток почтовый сервер откладывал приём письма и так его и не принял.',
    'not-let-in':
      'Трое суток почтовый сервер не давал порталу отправлять письма. Дело не в адресе: сообщите администратору портала.',
    unreachable:
      'Трое суток почтовый сервер не отвечал, и письмо не ушло. Дело не в адресе: сообщите администратору портала.',
    unsure: 'Связь с почтовым сервером обрывалась на последнем шаге. Письмо могло дойти, но подтверждения этому нет.',
    'bad-address': 'На адрес, указанный в обращении, отправить письмо нельзя: он записан с ошибкой. Мы и не пытались.',
    unmade: 'Портал не смог составить письмо и никуда его не отправлял. Сообщите администратору портала.',
  },
  en: {
    'address-refused': 'The mail server refuses letters to the address that the request gives.',
    'letter-refused': 'The mail server has refused this letter.',
    'put-off': 'For three days the mail server put the letter off, and in the end it did not take it.',
    'not-let-in':
      'For three days the mail server did not let the portal send letters. The address is not at fault: please tell the administrator of the portal.',
    unreachable:
      'For three days the mail server did not reply, and the letter did not leave. The address is not at fault: please tell the administrator of the portal.',
    unsure:
      'The connection to the mail server was lost at the very last step. The letter may have arrived, but nothing confirms it.',
    'bad-address':
      'No letter can be sent to the address that the request gives: it is mistyped. We have not tried to send it.',
    unmade: 'The portal could not make the letter and sent it nowhere. Please tell the administrator of the portal.',
  },
}
