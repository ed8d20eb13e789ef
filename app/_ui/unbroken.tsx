import styles from './unbroken.module.css'

/** A sentence whose part, a registration number, never stands on two lines: a browser breaks it after a hyphen. */
export function Unbroken({ text, part }: { text: string; part: string }) {
  const [before, after] = text.split(part)
  return (
    <>
      {before}
      <span className={styles.part}>{part}</span>
      {after}
    </>
  )
}
