import type { Metadata } from 'next'
import { visitor } from '../../entrance.ts'
import { InviteScreen } from './_parts/invite-screen.tsx'

export const metadata: Metadata = { title: 'You are invited', robots: 'noindex', referrer: 'no-referrer' }

type Props = { readonly params: Promise<{ token: string }> }

/** Where an invitation leads: who invites into what, and one form to come in. */
export default async function InvitePage({ params }: Props) {
  const { token } = await params
  const who = await visitor()
  return (
    <InviteScreen
      token={decodeURIComponent(token)}
      account={who.kind === 'user' && who.userId !== null ? { userId: who.userId, name: who.name, email: who.email } : null}
    />
  )
}
