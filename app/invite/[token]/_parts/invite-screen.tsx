'use client'
import { useState } from 'react'
import { leave } from '../../../../lib/client/leave.ts'
import { roleSentences } from '../../../../lib/client/role-words.ts'
import { signIn } from '../../../../lib/client/session.ts'
import { AccountPage } from '../../../components/account/account-page.tsx'
import { Failure } from '../../../components/account/failure.tsx'
import form from '../../../components/account/form.module.css'
import { NewAccountFields, useNewAccount } from '../../../components/account/new-account-fields.tsx'
import { SignInForm } from '../../../components/account/sign-in-form.tsx'
import { useForm } from '../../../components/account/use-form.ts'
import { Button } from '../../../components/ui/button.tsx'
import { accept, addressOfOwn, type Invitation, useInvitation } from './invitation.ts'

type Account = { readonly userId: string; readonly name: string; readonly email: string }
type Props = { readonly token: string; readonly account: Account | null }

/** A whole new page, so that the network is opened as the new member. */
function enter(address: string): void {
  window.location.assign(address)
}

export function InviteScreen({ token, account }: Props) {
  const read = useInvitation(token)
  const [hasAccount, setHasAccount] = useState(false)
  if (read.step === 'reading') return <AccountPage title="You are invited" lead="Reading the invitation …" />
  if (read.step === 'over') return <AccountPage title="This invitation is over" lead={read.why} below="Ask whoever invited you for a new link." />
  const { invitation } = read
  return (
    <AccountPage title={`Come to ${invitation.network.name}`} lead={<Into invitation={invitation} />}>
      {account && <AcceptForm token={token} account={account} invitation={invitation} />}
      {!account && hasAccount && <SignInThenAccept token={token} invitation={invitation} onBack={() => setHasAccount(false)} />}
      {!account && !hasAccount && <NewcomerForm token={token} invitation={invitation} onHasAccount={() => setHasAccount(true)} />}
    </AccountPage>
  )
}

/** Who invites into what as what. */
function Into({ invitation: { inviter, role, node, person } }: { readonly invitation: Invitation }) {
  return (
    <>
      <strong>{inviter}</strong> invites you as <strong>{role}</strong>
      {node && (
        <>
          , {node.tier === 'lead' ? 'to lead' : `as ${node.tier} of`} <strong>{node.name}</strong>
        </>
      )}
      {person && (
        <>
          , in the place of <strong>{person}</strong>
        </>
      )}
      . {roleSentences[role]}
    </>
  )
}

/** Somebody who is signed in needs one press. */
function AcceptForm({ token, account, invitation }: { readonly token: string; readonly account: Account; readonly invitation: Invitation }) {
  const { isBusy, failure, submit } = useForm(async () => enter(await addressOfOwn(await accept(token, {}))))
  const changeAccount = () => void leave(account.userId, () => window.location.reload())
  const isOther = invitation.email !== null && invitation.email.toLowerCase() !== account.email.toLowerCase()
  return (
    <form className={form['form']} onSubmit={submit}>
      <p>
        You are signed in as {account.name} ({account.email}).
      </p>
      {isOther && <Failure text={`This invitation is for ${invitation.email}. Sign in with that address to accept it.`} />}
      <Failure text={failure} />
      {!isOther && (
        <Button type="submit" tone="primary" autoFocus disabled={isBusy}>
          {isBusy ? 'Coming in …' : 'Accept and come in'}
        </Button>
      )}
      <Button tone="quiet" onClick={changeAccount}>
        Use another account
      </Button>
    </form>
  )
}

type StrangerProps = { readonly token: string; readonly invitation: Invitation }

/** Somebody with an account signs in, and is in. */
function SignInThenAccept({ token, invitation, onBack }: StrangerProps & { readonly onBack: () => void }) {
  const { failure, submit } = useForm(async () => enter(await addressOfOwn(await accept(token, {}))))
  const goOn = () => submit({ preventDefault: () => undefined })
  return (
    <div className={form['form']}>
      <SignInForm {...(invitation.email ? { email: invitation.email } : {})} submitWord="Sign in and come in" onSignedIn={goOn} />
      <Failure text={failure} />
      <Button tone="quiet" onClick={onBack}>
        I have no account yet
      </Button>
    </div>
  )
}

/** A newcomer gives a name and a password, and is in. */
function NewcomerForm({ token, invitation, onHasAccount }: StrangerProps & { readonly onHasAccount: () => void }) {
  const { account, typed, change } = useNewAccount(invitation.email ?? '')
  const { isBusy, failure, faultOf, submit } = useForm(async () => {
    const place = await accept(token, account)
    await signIn(account.email, account.password)
    enter(await addressOfOwn(place))
  })
  return (
    <form className={form['form']} onSubmit={submit}>
      <NewAccountFields typed={typed} change={change} faultOf={faultOf} isEmailFixed={invitation.email !== null} />
      <Failure text={failure} />
      <Button type="submit" tone="primary" disabled={isBusy}>
        {isBusy ? 'Coming in …' : 'Come in'}
      </Button>
      <Button tone="quiet" onClick={onHasAccount}>
        I have an account already
      </Button>
    </form>
  )
}
