'use client'
import form from '../../components/account/form.module.css'
import { copyText } from '../../components/account/one-time-secret.tsx'
import { Button } from '../../components/ui/button.tsx'
import styles from './second-factor.module.css'

function save(codes: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([`Recovery codes for Weft. Each works once.\n\n${codes.join('\n')}\n`], { type: 'text/plain' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: 'weft-recovery-codes.txt' })
  link.click()
  URL.revokeObjectURL(address)
}

/** The codes for when the app is lost, shown this once. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  return (
    <>
      <p>
        <strong>Keep these recovery codes.</strong> Each one signs you in once if the app is lost. They are shown only now.
      </p>
      <ul className={styles['codes']} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={form['buttons']}>
        <Button autoFocus onClick={() => void copyText(codes.join('\n'), 'Recovery codes copied.')}>
          Copy
        </Button>
        <Button onClick={() => save(codes)}>Download</Button>
        <Button tone="primary" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </>
  )
}
