'use client'

import { TYPED_LANGUAGE, useOtherLanguage } from './use-other-language'
import styles from './language-switch.module.css'

interface Props {
  hint: string
  className?: string
  /** Of a page that answers for another address. */
  path?: string
}

/** The same page in the other language. Without scripts it leads to the end of a form that takes along what is typed. */
export function LanguageSwitch({ hint, className = '', path }: Props) {
  const { to, href, name } = useOtherLanguage(path)
  return (
    <>
      <a href={href} hrefLang={to} lang={to} className={`${className} ${styles.switch}`} title={hint}>
        {name}
      </a>
      <noscript>
        <a href={`#${TYPED_LANGUAGE}`} lang={to} className={`${className} ${styles.toForm}`} title={hint}>
          {name}
        </a>
      </noscript>
    </>
  )
}
