'use client'
import { useState } from 'react'
import { changePassword } from '../../../lib/client/session.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { Failure } from '../../components/account/failure.tsx'
import { PasswordField } from '../../components/account/password-field.tsx'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'
import styles from './account.module.css'

type Props = { readonly hasPassword: boolean; readonly singleSignOn: string | null; readonly email: string }

/** How one signs in: by a password, by the organisation's provider, or by both. */
export function PasswordPart({ hasPassword, singleSignOn, email }: Props) {
  return (
    <section className={styles['part']} aria-labelledby="password-title">
      <h2 id="password-title">Signing in</h2>
      {singleSignOn && (
        <p>
          {hasPassword ? `You can also sign in with ${singleSignOn}.` : `You sign in with ${singleSignOn}. This account has no password of its own.`}
        </p>
      )}
      {hasPassword && <PasswordForm email={email} />}
    </section>
  )
}

function PasswordForm({ email }: { readonly email: string }) {
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    await changePassword(present, next)
    setPresent('')
    setNext('')
    showToast('Your password is changed. Every other browser is signed out.')
  })
  return (
    <form className={styles['form']} onSubmit={submit} aria-label="Change the password">
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Present password"
        use="current-password"
        required
        value={present}
        error={faultOf('currentPassword')}
        onChange={(event) => setPresent(event.currentTarget.value)}
      />
      <PasswordField
        label="New password"
        use="new-password"
        required
        minLength={8}
        maxLength={128}
        value={next}
        error={faultOf('newPassword')}
        hint="At least 8 characters. It signs you out everywhere else."
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <Failure text={failure} />
      <Button type="submit" disabled={isBusy || present === '' || next === ''}>
        Change the password
      </Button>
    </form>
  )
}
