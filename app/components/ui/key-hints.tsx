import styles from './key-hint.module.css'

/** The keys of a screen in one line, each with what it does; `?` shows all of them. On a phone there are none. */
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
