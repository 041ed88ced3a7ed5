import type { Metadata } from 'next'
import { AnswerScreen } from './_parts/answer-screen.tsx'

/** Whoever has the address can answer: it is kept out of search engines and out of the addresses that other pages see. */
export const metadata: Metadata = { title: 'Your answer', robots: { index: false, follow: false }, referrer: 'no-referrer' }

type Props = { readonly params: Promise<{ token: string }> }

export default async function AnswerPage({ params }: Props) {
  const { token } = await params
  return <AnswerScreen token={decodeURIComponent(token)} />
}
