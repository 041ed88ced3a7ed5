'use client'
import { useState } from 'react'
import { nameFromEmail } from '../../../lib/client/name-from-email.ts'
import { TextField } from '../ui/field.tsx'
import { PasswordField } from './password-field.tsx'
import type { Form } from './use-form.ts'

export type NewAccount = { readonly email: string; readonly name: string; readonly password: string }

/** The three things of a new account. The name is proposed from the e-mail until somebody writes another. */
export function useNewAccount(email = '') {
  const [given, setGiven] = useState<{ email: string; name: string | null; password: string }>({ email, name: null, password: '' })
  const change = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }))
  const account: NewAccount = { email: given.email.trim(), name: (given.name ?? nameFromEmail(given.email)).trim(), password: given.password }
  return { account, typed: { ...given, name: given.name ?? nameFromEmail(given.email) }, change }
}

type Props = Pick<ReturnType<typeof useNewAccount>, 'typed' | 'change'> & Pick<Form, 'faultOf'> & { readonly isEmailFixed?: boolean }

export function NewAccountFields({ typed, change, faultOf, isEmailFixed = false }: Props) {
  return (
    <>
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        readOnly={isEmailFixed}
        autoFocus={!isEmailFixed}
        value={typed.email}
        error={faultOf('email')}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        autoFocus={isEmailFixed}
        value={typed.name}
        error={faultOf('name')}
        hint="As the others in the network see you."
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <PasswordField
        label="Password"
        use="new-password"
        name="password"
        required
        minLength={8}
        maxLength={128}
        value={typed.password}
        error={faultOf('password')}
        hint="At least 8 characters. A few words in a row are easy to keep and hard to guess."
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
    </>
  )
}
