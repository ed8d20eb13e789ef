import { button, facts, paragraph } from './blocks'
import { defineEmail } from './define'

export interface RequestClosedProps {
  number: string
  caseUrl: string
}

/** To whoever took their request back: that it happened, should it have been somebody else. */
export const requestClosed = defineEmail({
  name: 'request-closed',
  audience: 'requester',
  staleWhen: 'never',
  ru: ({ number, caseUrl }: RequestClosedProps) => ({
    subject: `Обращение ${number} закрыто`,
    preview: 'Его закрыли на портале по вашей просьбе.',
    heading: 'Обращение закрыто',
    blocks: [
      paragraph('Здравствуйте!'),
      paragraph(
        'Обращение закрыли на его странице, после входа по коду из письма на этот адрес. Ответа на него не будет, сроки по нему больше не идут. Открыть его снова нельзя, но можно подать новое в любое время.',
      ),
      facts(['Номер обращения', number]),
      button('Открыть обращение', caseUrl),
      paragraph(
        'Если закрыли его не вы, подайте новое и скажите об этом организации, в которую обращались: кто-то ещё читает вашу почту или вошёл с вашего устройства.',
      ),
    ],
  }),
  en: ({ number, caseUrl }) => ({
    subject: `Request ${number} is closed`,
    preview: 'It was closed on the portal at your wish.',
    heading: 'Your request is closed',
    blocks: [
      paragraph('Hello,'),
      paragraph(
        'The request was closed on its page, by somebody who had signed in with a code mailed to this address. It gets no answer, and its terms have ended. It cannot be opened again, but you may file a new one at any time.',
      ),
      facts(['Request number', number]),
      button('Open the request', caseUrl),
      paragraph(
        'If it was not you, file a new one and tell the organisation you wrote to: somebody else reads your mail, or used your device.',
      ),
    ],
  }),
  sample: { number: 'IM-2026-000123', caseUrl: 'https://portal.example/c/7Kx2' },
})
