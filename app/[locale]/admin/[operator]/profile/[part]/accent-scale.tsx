import { getTranslations } from 'next-intl/server'
import { accentStyle } from '@/app/_ui/accent'
import { accentContrast } from '@/lib/operators/accent'
import styles from './part.module.css'

const HUES = Array.from({ length: 12 }, (_, step) => step * 30)

const tenths = (ratio: number): number => Math.floor(ratio * 10) / 10

/** Colours by their numbers, as pages show them, with how well each can be read on their paper. */
export async function AccentScale({ hue }: { hue: number | null }) {
  const t = await getTranslations('profile.accent')
  const shown = hue === null || HUES.includes(hue) ? HUES : [...HUES, hue].toSorted((a, b) => a - b)
  return (
    <section aria-labelledby="accent" className={styles.accents}>
      <h2 id="accent">{t('title')}</h2>
      <p>{t('intro')}</p>
      <ul>
        {shown.map((each) => {
          const { light, dark } = accentContrast(each)
          return (
            <li
              key={each}
              className="accent"
              style={accentStyle(each)}
              aria-current={each === hue ? 'true' : undefined}
            >
              <span className={styles.swatch}>{each}</span>
              {t('contrast', { light: tenths(light), dark: tenths(dark) })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
