import { type DemoAccount, demoPassword } from '@/db/demo/accounts'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { operatorProfiles } from '@/db/operators'

/** Clinics that one file of browser tests has to itself, since it counts rows or looks at the whole queue. */
export const ownClinics = {
  badInput: 'own-bad-input',
  keyboard: 'own-keyboard',
  limits: 'own-limits',
  facts: 'own-facts',
  erasure: 'own-erasure',
  savedForms: 'own-saved-forms',
  secondFactor: 'own-second-factor',
  intake: 'own-intake',
  profile: 'own-profile',
  signOn: 'own-sign-on',
  frames: 'own-frames',
} as const

const slugs = Object.values(ownClinics)

/** An officer and a lead each. */
export const ownAccounts: readonly DemoAccount[] = slugs.flatMap((slug) =>
  (['officer', 'lead'] as const).map((role): DemoAccount => ({
    email: `${role}@${slug}.example`,
    password: demoPassword,
    role,
    operators: [slug],
    name: 'Ольга Нечаева',
    locale: 'ru',
  })),
)

/** The site that may show the form of one of them in a frame. */
export const frameSite = 'https://nord.example'

/** Opens the five of the demo, and beside them these, each with the profile of one of those. */
export async function openOwnClinics(): Promise<void> {
  const [, model] = operatorProfiles
  if (!model) throw new Error('No profile to open a clinic by')
  const profiles = slugs.map((slug, n) => ({
    ...{ ...model, slug, code: `OWN${'ABCDEFGHIJK'.charAt(n)}` },
    ...(slug === ownClinics.frames && { frames: [{ site: frameSite }] }),
  }))
  await loadProfiles(new Date(), [...operatorProfiles, ...profiles])
}
