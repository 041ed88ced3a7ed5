'use client'
import { useState } from 'react'
import { request } from '../../../../lib/client/request.ts'
import { signIn } from '../../../../lib/client/session.ts'
import type { api } from '../../../../lib/contract/api.ts'
import { AccountPage } from '../../../components/account/account-page.tsx'
import { CodeForm } from '../../../components/account/code-form.tsx'
import { Failure } from '../../../components/account/failure.tsx'
import form from '../../../components/account/form.module.css'
import { PasswordField } from '../../../components/account/password-field.tsx'
import { useForm } from '../../../components/account/use-form.ts'
import { Button } from '../../../components/ui/button.tsx'

function goHome(): void {
  window.location.assign('/')
}

/** One field: the new password. It signs in at once; an account with a second step asks for that. */
export function ResetForm({ token }: { readonly token: string }) {
  const [password, setPassword] = useState('')
  const [isCodeWanted, setCodeWanted] = useState(false)
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const { email } = await request<typeof api.account.reset>({ method: 'POST', path: '/password-reset/new' }, { body: { token, password } })
    if (await signIn(email, password)) goHome()
    else setCodeWanted(true)
  })
  if (isCodeWanted)
    return (
      <AccountPage title="The password is set" lead="Now the second step of your account.">
        <CodeForm onSignedIn={goHome} onBack={() => window.location.assign('/sign-in')} />
      </AccountPage>
    )
  return (
    <AccountPage title="A new password" lead="With it you are signed in here, and signed out everywhere else.">
      <form className={form['form']} onSubmit={submit}>
        <PasswordField
          label="New password"
          use="new-password"
          name="password"
          required
          autoFocus
          minLength={8}
          maxLength={128}
          value={password}
          error={faultOf('password')}
          hint="At least 8 characters. A few words in a row are easy to keep and hard to guess."
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Failure text={failure} />
        <Button type="submit" tone="primary" disabled={isBusy}>
          {isBusy ? 'Setting …' : 'Set it and sign in'}
        </Button>
      </form>
    </AccountPage>
  )
}
