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
  if (who.kind !== 'user') return null
  const { userId, name, email, isInstanceOwner } = who
  if (userId === null) redirect('/')
  return <AccountScreen userId={userId} name={name} email={email} isInstanceOwner={isInstanceOwner} />
}
