'use client'
import { useState } from 'react'
import { giveCode, type SignedIn } from '../../../lib/client/session.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Failure } from './failure.tsx'
import styles from './form.module.css'
import { useForm } from './use-form.ts'

type Props = { readonly onSignedIn: (who: NonNullable<SignedIn>) => void; readonly onBack: () => void }

/** The second step of a sign-in: one field takes the app's six digits and a recovery code alike. */
export function CodeForm({ onSignedIn, onBack }: Props) {
  const [code, setCode] = useState('')
  const { isBusy, failure, submit } = useForm(async () => {
    const who = await giveCode(code)
    if (who) onSignedIn(who)
  })
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextField
        label="Code"
        className={styles['code']}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        value={code}
        hint="The six digits that your authenticator app shows now, or one of your recovery codes."
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Failure text={failure} />
      <Button type="submit" tone="primary" disabled={isBusy}>
        {isBusy ? 'Checking …' : 'Go on'}
      </Button>
      <Button tone="quiet" onClick={onBack}>
        Begin again
      </Button>
    </form>
  )
}
