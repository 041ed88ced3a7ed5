'use client'
import { showToast } from '../../../lib/client/toast.ts'
import { Button } from '../ui/button.tsx'
import styles from './one-time-secret.module.css'

/** Copies a text; says so, or says what to do where the browser forbids it. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast(said)
  } catch {
    showToast('The browser did not allow copying. Select the text and copy it by hand.', { tone: 'error' })
  }
}

type Props = { readonly label: string; readonly secret: string; readonly note: string }

/** A secret that is shown this once: the text, whole and selectable, and a button that copies it. */
export function OneTimeSecret({ label, secret, note }: Props) {
  return (
    <div className={styles['box']} role="group" aria-label={label}>
      <p className={styles['note']}>{note}</p>
      <div className={styles['line']}>
        <output className={styles['secret']} aria-label={label}>
          {secret}
        </output>
        <Button tone="primary" autoFocus onClick={() => void copyText(secret, `${label} copied.`)}>
          Copy
        </Button>
      </div>
    </div>
  )
}
