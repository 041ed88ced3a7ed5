import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { nextAddress } from '../../lib/client/next-address.ts'
import { visitor } from '../entrance.ts'
import { SignInScreen } from './_parts/sign-in-screen.tsx'

export const metadata: Metadata = { title: 'Sign in', robots: 'noindex' }

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

function only(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** Where one signs in. Whoever is signed in goes on at once; a server without an owner gets one first. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, reset, error } = await searchParams
  const token = only(reset)
  if (token) redirect(`/reset/${encodeURIComponent(token)}`)
  const { kind } = await visitor()
  if (kind === 'unclaimed') redirect('/setup')
  const to = nextAddress(only(next))
  if (kind === 'user') redirect(to)
  return <SignInScreen next={to} hasFailed={only(error) !== null} />
}
