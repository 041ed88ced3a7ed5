'use client'
import { useState } from 'react'
import type { GuestRoomBody } from '../../../../lib/contract/guest.ts'
import { AccountPage, Brand } from '../../../components/account/account-page.tsx'
import { Failure } from '../../../components/account/failure.tsx'
import form from '../../../components/account/form.module.css'
import { useForm } from '../../../components/account/use-form.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import styles from './guest.module.css'
import { GuestVotes } from './guest-votes.tsx'
import { useGuest } from './use-guest.ts'

/** A guest in a check: comes in with or without a name, votes under seal, and sees the spread when the others do. */
export function GuestScreen({ token }: { readonly token: string }) {
  const { visit, store } = useGuest(token)
  if (visit.step === 'over') return visit.isEnded ? <Ended why={visit.why} /> : <NothingHere why={visit.why} />
  if (visit.step === 'opening' || !store) return <AccountPage title="Join a session" lead={<p role="status">Opening …</p>} />
  const { room, waiting } = visit
  if (!room.me) return <ComeIn room={room} sit={store.sit} />
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <Brand />
        <h1>{titleOf(room)}</h1>
        <p>
          You are here as {room.me.name || 'a guest'}. Nobody sees your votes, only how all of them are spread; what you write is shown without a
          name.
        </p>
      </header>
      <GuestVotes room={room} waiting={waiting} answer={store.answer} />
    </main>
  )
}

function Ended({ why }: { readonly why: string }) {
  return <AccountPage title="This session is over" lead={why} sign={<Icon name="check" size={28} />} below="You can close this page." />
}

function NothingHere({ why }: { readonly why: string }) {
  return <AccountPage title="This link opens nothing any more" lead={why} sign={<Icon name="link" size={28} />} />
}

function titleOf({ nodeName, ritual }: GuestRoomBody): string {
  return nodeName === null ? ritual.title : `Check of ${nodeName}`
}

function ComeIn({ room, sit }: { readonly room: GuestRoomBody; readonly sit: (name: string) => Promise<void> }) {
  const [name, setName] = useState('')
  const { isBusy, failure, submit } = useForm(() => sit(name.trim()))
  return (
    <AccountPage title={titleOf(room)} lead="You are asked for your view: five statements, two minutes, no account. Nobody sees how you voted.">
      <form className={form['form']} onSubmit={submit}>
        <TextField
          label="Your name"
          hint="As the others in the room see you; leave it empty to be “a guest”."
          maxLength={60}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Failure text={failure} />
        <Button type="submit" tone="primary" disabled={isBusy}>
          {isBusy ? 'Coming in …' : 'Come in'}
        </Button>
      </form>
    </AccountPage>
  )
}
