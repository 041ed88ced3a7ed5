import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountPage } from '../components/account/account-page.tsx'
import { visitor } from '../entrance.ts'
import { SetupForm } from './_parts/setup-form.tsx'

export const metadata: Metadata = { title: 'Set up Weft', robots: 'noindex', referrer: 'no-referrer' }

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The first page of a new server: its first owner. A server that has one leads to the sign-in. */
export default async function SetupPage({ searchParams }: Props) {
  const { kind } = await visitor()
  if (kind !== 'unclaimed') redirect(kind === 'user' ? '/' : '/sign-in')
  const { token } = await searchParams
  return typeof token === 'string' && token !== '' ? <SetupForm token={token} /> : <NoToken />
}

function NoToken() {
  return (
    <AccountPage
      title="This server has no owner yet"
      lead="Open the link that it printed in the terminal when it started: whoever has it becomes the owner."
    >
      <p>
        It ends in <code>/setup?token=…</code>
      </p>
      <p>The link is gone from the screen? Start the server again: it prints a new one.</p>
    </AccountPage>
  )
}
