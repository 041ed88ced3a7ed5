import Link from 'next/link'
import { AccountPage } from '../components/account/account-page.tsx'

/** For somebody with an account who takes part in no network. */
export function NoNetwork() {
  return (
    <AccountPage
      title="You are in no network yet"
      lead="An owner of a network lets you in by an invitation: a link that they send to you."
      below={<Link href="/account">My account</Link>}
    />
  )
}
