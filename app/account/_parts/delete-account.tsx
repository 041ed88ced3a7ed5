'use client'
import { useState } from 'react'
import { eraseTyped } from '../../../lib/client/drafts/typed.ts'
import { eraseUnsent } from '../../../lib/client/network/outbox.ts'
import { request } from '../../../lib/client/request.ts'
import type { api } from '../../../lib/contract/api.ts'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { PasswordField } from '../../components/account/password-field.tsx'
import { useForm } from '../../components/account/use-form.ts'
import { SettingsCard } from '../../components/settings/settings-card.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Dialog } from '../../components/ui/dialog.tsx'
import { TextField } from '../../components/ui/field.tsx'

type Props = { readonly userId: string; readonly email: string; readonly hasPassword: boolean }

/** The end of an account: what goes, what stays, and the address typed once more. */
export function DeleteAccount({ userId, email, hasPassword }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <SettingsCard
      id="delete"
      title="Delete my account"
      hint="Your name and address are erased from every network. What you did stays in the history under a pseudonym, because others build on it: check-ins, promises, decisions."
    >
      <Button onClick={() => setOpen(true)}>Delete my account …</Button>
      {isOpen && <DeleteDialog userId={userId} email={email} hasPassword={hasPassword} onClose={() => setOpen(false)} />}
    </SettingsCard>
  )
}

function DeleteDialog({ userId, email, hasPassword, onClose }: Props & { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const body = { email: typed.trim(), password: hasPassword ? password : null }
    await request<typeof api.account.remove>({ method: 'POST', path: '/account/delete' }, { body })
    eraseTyped(userId)
    eraseUnsent(userId)
    window.location.assign('/sign-in')
  })
  const isSame = typed.trim().toLowerCase() === email.toLowerCase()
  return (
    <Dialog open size="small" title="Delete your account?" onClose={onClose}>
      <form className={form['form']} onSubmit={submit}>
        <p>This cannot be undone. Download your data first, if you want to keep them.</p>
        <TextField
          label={`Type ${email} to confirm`}
          autoFocus
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          error={faultOf('email')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {hasPassword && (
          <PasswordField
            label="Your password"
            use="current-password"
            required
            value={password}
            error={faultOf('password')}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Failure text={failure} />
        <div className={form['buttons']}>
          <Button type="submit" tone="danger" disabled={isBusy || !isSame}>
            Delete it for ever
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </form>
    </Dialog>
  )
}
