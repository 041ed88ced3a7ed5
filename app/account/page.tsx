import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { visitor } from '../entrance.ts'
import { AccountScreen } from './_parts/account-screen.tsx'

export const metadata: Metadata = { title: 'My account' }

/** One's own account, apart from every network. */
export default async function MyAccountPage() {
  const who = await visitor()
  if (who.kind === 'unclaimed') redirect('/setup')
  if (who.kind === 'stranger') redirect('/sign-in?next=%2Faccount')
  if (who.kind === 'user' && who.userId === null) redirect('/')
  return who.kind === 'user' ? <AccountScreen name={who.name} email={who.email} isInstanceOwner={who.isInstanceOwner} /> : null
}
