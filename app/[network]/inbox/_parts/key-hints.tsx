import styles from './inbox.module.css'

const hints = [
  ['J K', 'next, before'],
  ['Y', 'promise'],
  ['C', 'counter'],
  ['X', 'decline'],
  ['D', 'delivered'],
  ['A', 'accept'],
  ['↵', 'open'],
] as const

/** The keys of the inbox in one line; `?` shows all of them. */
export function KeyHints() {
  return (
    <p className={styles['hints']}>
      {hints.map(([key, word]) => (
        <span key={key}>
          <kbd className={styles['key']}>{key}</kbd> {word}
        </span>
      ))}
    </p>
  )
}
