'use client'
import { useState } from 'react'
import { AccountPage } from '../../components/account/account-page.tsx'
import { SignInForm } from '../../components/account/sign-in-form.tsx'
import { useWaysIn } from '../../components/account/use-ways-in.ts'
import { Button } from '../../components/ui/button.tsx'
import { ForgottenForm } from './forgotten-form.tsx'
import styles from './sign-in.module.css'
import { SingleSignOn } from './single-sign-on.tsx'

type Props = {
  /** a path of this site */
  readonly next: string
  /** the provider sent the visitor back without signing them in */
  readonly hasFailed: boolean
}

/** A whole new page after signing in: nothing of the one before stays in memory. */
function goTo(address: string): void {
  window.location.assign(address)
}

export function SignInScreen({ next, hasFailed }: Props) {
  const ways = useWaysIn()
  const [isForgotten, setForgotten] = useState(false)
  if (isForgotten)
    return (
      <AccountPage title="A new password">
        <ForgottenForm hasMail={ways?.hasMail ?? null} onBack={() => setForgotten(false)} />
      </AccountPage>
    )
  return (
    <AccountPage
      title="Sign in"
      lead={next === '/' ? undefined : 'Then you go on to the page that you asked for.'}
      below="There is no sign-up here. An owner of a network invites you by a link."
    >
      {hasFailed && (
        <p role="alert" className={styles['failed']}>
          The provider did not sign you in. Nobody here has the address that it told, or you stopped half-way.
        </p>
      )}
      <SignInForm onSignedIn={() => goTo(next)} />
      <p className={styles['forgotten']}>
        <Button size="small" tone="quiet" onClick={() => setForgotten(true)}>
          Forgot your password?
        </Button>
      </p>
      {ways?.oidc && <SingleSignOn name={ways.oidc.name} next={next} />}
    </AccountPage>
  )
}
