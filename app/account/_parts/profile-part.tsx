'use client'
import { useState } from 'react'
import { changeName } from '../../../lib/client/session.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { useForm } from '../../components/account/use-form.ts'
import card from '../../components/settings/settings-card.module.css'
import { SettingsCard } from '../../components/settings/settings-card.tsx'
import { Button } from '../../components/ui/button.tsx'
import { classNames } from '../../components/ui/class-names.ts'
import { TextField } from '../../components/ui/field.tsx'
import styles from './account.module.css'

type Props = { readonly name: string; readonly email: string; readonly isInstanceOwner: boolean }

/** Name and address. */
export function ProfilePart({ name: known, email, isInstanceOwner }: Props) {
  const [saved, setSaved] = useState(known)
  const [name, setName] = useState(known)
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    await changeName(name.trim())
    setSaved(name.trim())
    showToast('Your name is saved.')
  })
  return (
    <SettingsCard id="profile" title="Profile">
      <form className={classNames(form['line'], styles['name'])} onSubmit={submit}>
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          required
          value={name}
          error={faultOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={isBusy || name.trim() === saved || name.trim() === ''}>
          Save
        </Button>
      </form>
      <p className={card['hint']}>
        The name of your account. What you are called in a network is the name of your person there; an editor changes it.
      </p>
      <Failure text={failure} />
      <dl className={styles['facts']}>
        <dt>E-mail</dt>
        <dd>{email}</dd>
        <dt>On this server</dt>
        <dd>{isInstanceOwner ? 'owner: you make networks and see them all' : 'member of the networks that you were invited to'}</dd>
      </dl>
    </SettingsCard>
  )
}
