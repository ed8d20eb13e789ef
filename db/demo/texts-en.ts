import type { DemoText } from './model'

const moreTime =
  'Your records are kept in three systems and partly on paper. To answer in full we need five more working days.'

/** Cases in English, at least one of each kind; they fit any clinic and name no illness. */
export const textsEn: readonly DemoText[] = [
  {
    kind: 'access',
    details:
      'Please tell me which personal data about me you hold, why, where they came from and who has received them.',
    question: 'To find every record: have you visited us under another surname, or only under this one?',
    reply: 'Only under this one. The visits were last spring.',
    reasons: moreTime,
    outcome: 'fulfilled',
    letter:
      'We hold your name, date of birth, e-mail address, phone number and the records of your two visits. You gave us these data yourself when you booked.\n\nThey are used to provide our services and to perform the contract. They were shared with nobody but the laboratory that ran the tests you were referred for. The full list with dates is attached.',
  },
  {
    kind: 'access',
    details: 'I need a copy of my contract and invoices in electronic form, for my insurer abroad.',
    question: 'Shall we send the invoices in Russian, as they were issued, or would a bilingual certificate help more?',
    reply: 'A bilingual certificate would be perfect, thank you.',
    reasons: moreTime,
    outcome: 'fulfilled',
    letter:
      'The contract, the invoices and a bilingual certificate of payment are attached. There is no charge for them. If your insurer asks for anything else, please write to us here.',
  },
  {
    kind: 'correction',
    details: 'My first name is misspelt in the contract, so my insurer does not accept it.',
    correction: { wrong: 'First name misspelt in the contract', right: 'First name as in this request' },
    question: 'Could you attach the page of your passport with your name? Please cover the number.',
    reply: 'I have attached it, with the number covered.',
    outcome: 'fulfilled',
    letter:
      'Your name is corrected in the contract, in your file and in your account. A new copy of the contract is attached. We are sorry for the trouble with your insurer.',
  },
  {
    kind: 'deletion',
    ground: 'consent-withdrawn',
    details: 'I have moved abroad and withdraw my consent. Please delete what you hold about me.',
    question: 'There is a small balance left on your contract. Shall we return it to the card you paid with?',
    reply: 'Yes, please, to the same card.',
    outcome: 'partly',
    refusalGround: 'legal-retention',
    letter:
      'Your contact details, your account and everything used for mailings are deleted, and the balance is returned. An extract of the act of destruction is attached.\n\nThe law makes us keep your medical file for 25 years and payment records for 5. They will be used for nothing else.',
  },
  {
    kind: 'deletion',
    ground: 'stop-processing',
    details: 'Please stop sharing my data with the survey company you work with.',
    question: 'Would you still like to receive reminders of your appointments?',
    reply: 'Yes, reminders are welcome.',
    reasons: 'The survey company has to confirm the deletion; we expect its letter next week.',
    outcome: 'fulfilled',
    letter: 'Your data are no longer shared with the survey company; it has confirmed that your number is deleted.',
  },
  {
    kind: 'deletion',
    ground: 'unneeded',
    details: 'I asked for a price list two years ago and never became a patient. Please delete my details.',
    question: 'Did you write to us through the site or by e-mail? It helps us to find your message.',
    reply: 'Through the form on the site.',
    outcome: 'fulfilled',
    letter: 'Your message and the details in it are deleted. We hold nothing else about you.',
  },
  {
    kind: 'blocking',
    details: 'Someone else’s visits appear in my account. Please block my data until you have checked this.',
    question: 'On which date did you first see the other person’s visits?',
    reply: 'On Monday evening.',
    reasons: 'We are going through the log of the past year and need a little longer to be sure.',
    outcome: 'fulfilled',
    letter:
      'Your data were blocked on the day you wrote. Two files had been joined by mistake; they are separated again, and nobody else has opened yours. The block is lifted.',
  },
  {
    kind: 'consent-withdrawal',
    scope: 'all-processing',
    details: 'I withdraw the consent that I signed at my first visit.',
    question: 'You have an appointment next month. Shall we cancel it?',
    reply: 'Yes, please cancel it.',
    outcome: 'partly',
    refusalGround: 'legal-retention',
    letter:
      'Your consent is withdrawn and the appointment cancelled. What other laws make us keep, your file and payment records, stays and is used for that alone.',
  },
  {
    kind: 'consent-withdrawal',
    scope: 'mailing',
    mailingChannels: ['email', 'sms'],
    details: 'Please stop the newsletters and text messages.',
    question: 'Shall reminders of appointments stop as well?',
    reply: 'No, please keep those.',
    outcome: 'fulfilled',
    letter: 'Newsletters and text messages stopped today. Reminders of your appointments stay, as you asked.',
  },
  {
    kind: 'claim',
    ground: 'other-matter',
    details: 'A letter meant for me was handed to another visitor at the desk. Please explain, and answer in writing.',
    question: 'On which day was it, roughly? You need not name the person at the desk.',
    reply: 'Last Thursday, about noon.',
    outcome: 'fulfilled',
    letter:
      'You are right, and we apologise. The letter was taken back unopened. Letters are now handed over only against a document, and everyone at the desk has been trained anew.',
  },
]
