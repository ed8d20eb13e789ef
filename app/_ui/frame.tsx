import type { ComponentProps, ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { accentStyle } from './accent'
import styles from './frame.module.css'
import { Icon } from './icon'
import { LanguageSwitch } from './language-switch'

interface Props {
  /** `logo`: the address of a picture that stands beside the name. */
  brand: { href: string; name: string; sub?: string; logo?: string | null }
  /** Beside the language switch. */
  links?: ReactNode
  footer: ReactNode
  /** Hue of the accent in degrees of OKLCH; the portal's own where a clinic has none. */
  hue?: number | null
  /** Of a page that answers for another address. */
  path?: string
  children: ReactNode
}

/** Header, main and footer of the public pages. */
export function Frame({ brand, links, footer, hue, path, children }: Props) {
  const t = useTranslations('common')
  return (
    <div className={`${styles.page} accent`} style={accentStyle(hue)}>
      <header className={styles.header}>
        <div className={`${styles.inner} ${styles.bar}`}>
          <a href={brand.href} className={styles.brand}>
            {brand.logo ? (
              <img src={brand.logo} alt="" className={styles.logo} />
            ) : (
              <span className={styles.mark}>
                <Icon name="lock" size={21} />
              </span>
            )}
            <span>
              <span className={styles.name}>{brand.name}</span>
              {brand.sub && <span className={styles.sub}>{brand.sub}</span>}
            </span>
          </a>
          {links}
          <LanguageSwitch hint={t('otherLanguageHint')} className={styles.link} {...(path && { path })} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.inner}>{footer}</div>
      </footer>
    </div>
  )
}

export const FrameLink = (props: Omit<ComponentProps<'a'>, 'className'>) => <a {...props} className={styles.link} />

/** The width of the page, for what stands inside main. */
export function Inner({ children }: { children: ReactNode }) {
  return <div className={styles.inner}>{children}</div>
}
