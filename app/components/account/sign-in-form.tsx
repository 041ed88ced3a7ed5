'use client'
import { useState } from 'react'
import { type SignedIn, signIn } from '../../../lib/client/session.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { CodeForm } from './code-form.tsx'
import { Failure } from './failure.tsx'
import styles from './form.module.css'
import { PasswordField } from './password-field.tsx'
import { useForm } from './use-form.ts'

type Props = {
  /** told once somebody is signed in */
  readonly onSignedIn: (who: { readonly userId: string }) => void
  /** an e-mail that is known already */
  readonly email?: string
  readonly submitWord?: string
}

/** E-mail and password, then the second step where the account has one. */
export function SignInForm({ onSignedIn, email: known = '', submitWord = 'Sign in' }: Props) {
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const [isCodeWanted, setCodeWanted] = useState(false)
  const proceed = (who: SignedIn) => (who ? onSignedIn(who) : setCodeWanted(true))
  const { isBusy, failure, submit } = useForm(async () => proceed(await signIn(email, password)))
  if (isCodeWanted) return <CodeForm onSignedIn={onSignedIn} onBack={() => setCodeWanted(false)} />
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus={known === ''}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        label="Password"
        use="current-password"
        name="password"
        required
        autoFocus={known !== ''}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Failure text={failure} />
      <Button type="submit" tone="primary" disabled={isBusy}>
        {isBusy ? 'Signing in …' : submitWord}
      </Button>
    </form>
  )
}
