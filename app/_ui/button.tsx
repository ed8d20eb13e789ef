import type { ComponentProps } from 'react'
import styles from './button.module.css'

export type ButtonLook = 'primary' | 'secondary' | 'quiet'

const classOf = (look: ButtonLook) => `${styles.button} ${styles[look]}`

/** A link that looks like a button. A plain anchor: public pages carry no router. */
export function LinkButton({
  look = 'primary',
  ...rest
}: Omit<ComponentProps<'a'>, 'className'> & { look?: ButtonLook }) {
  return <a {...rest} className={classOf(look)} />
}

export function Button({
  look = 'primary',
  ...rest
}: Omit<ComponentProps<'button'>, 'className'> & { look?: ButtonLook }) {
  return <button type="submit" {...rest} className={classOf(look)} />
}
