import type { Metadata } from 'next'
import { ShareScreen } from './_parts/share-screen.tsx'

export const metadata: Metadata = { title: 'Shared view', robots: 'noindex, nofollow', referrer: 'no-referrer' }

type Props = { readonly params: Promise<{ token: string }> }

/** One view of a network for whoever has the link: to look at, not to change. */
export default async function SharePage({ params }: Props) {
  const { token } = await params
  return <ShareScreen token={decodeURIComponent(token)} />
}
