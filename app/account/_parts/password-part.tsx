'use client'
import { useState } from 'react'
import { changePassword } from '../../../lib/client/session.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { PasswordField } from '../../components/account/password-field.tsx'
import { useForm } from '../../components/account/use-form.ts'
import { SettingsCard } from '../../components/settings/settings-card.tsx'
import { Button } from '../../components/ui/button.tsx'

type Props = { readonly hasPassword: boolean; readonly singleSignOn: string | null; readonly email: string }

/** How one signs in: by a password, by the organisation's provider, or by both. */
export function PasswordPart({ hasPassword, singleSignOn, email }: Props) {
  return (
    <SettingsCard id="password" title="Signing in">
      {singleSignOn && (
        <p>
          {hasPassword ? `You can also sign in with ${singleSignOn}.` : `You sign in with ${singleSignOn}. This account has no password of its own.`}
        </p>
      )}
      {hasPassword && <PasswordForm email={email} />}
    </SettingsCard>
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
    <form className={form['narrow']} onSubmit={submit} aria-label="Change the password">
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
