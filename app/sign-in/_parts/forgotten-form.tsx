'use client'
import { useState } from 'react'
import { request } from '../../../lib/client/request.ts'
import type { api } from '../../../lib/contract/api.ts'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'
import { TextField } from '../../components/ui/field.tsx'

type Props = {
  /** null while it is not known */
  readonly hasMail: boolean | null
  readonly onBack: () => void
}

/** Asks for a link by mail; where the server sends none, says who can make one. */
export function ForgottenForm({ hasMail, onBack }: Props) {
  const [email, setEmail] = useState('')
  const [isSent, setSent] = useState(false)
  const { isBusy, failure, submit } = useForm(async () => {
    await request<typeof api.account.requestReset>({ method: 'POST', path: '/password-reset' }, { body: { email: email.trim() } })
    setSent(true)
  })
  const back = (
    <Button tone="quiet" onClick={onBack}>
      Back to signing in
    </Button>
  )
  if (hasMail === false)
    return (
      <div className={form['form']}>
        <p>This server sends no mail. Ask whoever runs it for a reset link: they make one with</p>
        <p>
          <code>npm run weft -- user reset YOUR-E-MAIL</code>
        </p>
        {back}
      </div>
    )
  if (isSent)
    return (
      <div className={form['form']}>
        <p role="status">If there is an account with this address, a link is on its way to it. It works once.</p>
        {back}
      </div>
    )
  return (
    <form className={form['form']} onSubmit={submit}>
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        hint="A link comes to this address, by which you set a new password."
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Failure text={failure} />
      <Button type="submit" tone="primary" disabled={isBusy || hasMail === null}>
        Send me a link
      </Button>
      {back}
    </form>
  )
}
