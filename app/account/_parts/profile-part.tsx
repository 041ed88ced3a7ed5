'use client'
import { useState } from 'react'
import { changeName } from '../../../lib/client/session.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { Failure } from '../../components/account/failure.tsx'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'
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
    <section className={styles['part']} aria-labelledby="profile-title">
      <h2 id="profile-title">Profile</h2>
      <form className={styles['line']} onSubmit={submit}>
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
      <p className={styles['hint']}>
        The name of your account. What you are called in a network is the name of your person there; an editor changes it.
      </p>
      <Failure text={failure} />
      <dl className={styles['facts']}>
        <dt>E-mail</dt>
        <dd>{email}</dd>
        <dt>On this server</dt>
        <dd>{isInstanceOwner ? 'owner: you make networks and see them all' : 'member of the networks that you were invited to'}</dd>
      </dl>
    </section>
  )
}
