import type { Metadata } from 'next'
import { ResetForm } from './_parts/reset-form.tsx'

export const metadata: Metadata = { title: 'A new password', robots: 'noindex', referrer: 'no-referrer' }

type Props = { readonly params: Promise<{ token: string }> }

/** Where a reset link leads: a new password for its account. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params
  return <ResetForm token={decodeURIComponent(token)} />
}
