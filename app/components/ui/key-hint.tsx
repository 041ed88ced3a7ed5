import { readable } from '../../../lib/client/actions/keys.ts'
import styles from './key-hint.module.css'

/** The key that does what a button does, beside its words; screen readers hear it from the sheet of keys. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={styles['key']} aria-hidden="true" suppressHydrationWarning>
      {readable(keys)}
    </span>
  )
}
