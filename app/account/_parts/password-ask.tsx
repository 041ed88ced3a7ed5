'use client'
import { useState } from 'react'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { PasswordField } from '../../components/account/password-field.tsx'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'

type Props = { readonly word: string; readonly run: (password: string) => Promise<void> }

/** A step that asks for the password first: a button that opens the field. */
export function PasswordAsk({ word, run }: Props) {
  const [password, setPassword] = useState<string | null>(null)
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    await run(password ?? '')
    setPassword(null)
  })
  if (password === null) return <Button onClick={() => setPassword('')}>{word}</Button>
  return (
    <form className={form['narrow']} onSubmit={submit} aria-label={word}>
      <PasswordField
        label="Your password"
        use="current-password"
        required
        autoFocus
        value={password}
        error={faultOf('password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Failure text={failure} />
      <div className={form['buttons']}>
        <Button type="submit" tone="primary" disabled={isBusy || password === ''}>
          {word}
        </Button>
        <Button tone="quiet" onClick={() => setPassword(null)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
