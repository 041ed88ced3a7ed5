import type { Metadata } from 'next'
import { requireVisitor } from '../../entrance.ts'
import { CodeScreen } from '../_parts/code-screen.tsx'
import { GuestScreen } from './_parts/guest-screen.tsx'

export const metadata: Metadata = { title: 'Join a session', robots: 'noindex, nofollow', referrer: 'no-referrer' }

/** Codes are read out and short; what lets guests in is neither. */
const longestCode = 12

type Props = { readonly params: Promise<{ token: string }> }

/** Where the picture of a code leads members, and a link leads guests. */
export default async function JoinSessionPage({ params }: Props) {
  const token = decodeURIComponent((await params).token)
  if (token.length > longestCode) return <GuestScreen token={token} />
  await requireVisitor()
  return <CodeScreen code={token} />
}
