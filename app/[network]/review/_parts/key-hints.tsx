import styles from './screen.module.css'

/** The keys of a list in one line; `?` shows all of them. */
export function KeyHints({ hints }: { readonly hints: readonly (readonly [keys: string, word: string])[] }) {
  return (
    <p className={styles['hints']}>
      {hints.map(([keys, word]) => (
        <span key={keys}>
          <kbd className={styles['key']}>{keys}</kbd> {word}
        </span>
      ))}
    </p>
  )
}
