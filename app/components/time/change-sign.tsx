import type { ChangeKind } from '../../../lib/layout/input.ts'
import styles from './change-sign.module.css'

/** What became of a record, in a word. */
export const changeWords: Readonly<Record<ChangeKind, string>> = { added: 'added', removed: 'removed', changed: 'changed' }

const signs: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', changed: '~' }

/** The sign of a change: its shape tells it, and the colour with it. */
export function ChangeSign({ kind, hasWord = false }: { readonly kind: ChangeKind; readonly hasWord?: boolean }) {
  return (
    <span className={styles['sign']} data-kind={kind}>
      <span aria-hidden="true">{signs[kind]}</span>
      <span className={hasWord ? undefined : 'visually-hidden'}>{hasWord ? ` ${changeWords[kind]}` : `${changeWords[kind]}: `}</span>
    </span>
  )
}
