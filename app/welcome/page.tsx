import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { admitted, visitor } from '../entrance.ts'
import { Welcome } from './_parts/welcome.tsx'

export const metadata: Metadata = { title: 'A new network' }

export default async function WelcomePage() {
  const networks = await admitted((handle, cookies) => handle.networks(cookies))
  const who = await visitor()
  if (who.kind === 'user' && !who.isInstanceOwner) redirect('/')
  return <Welcome isFirst={networks.length === 0} />
}
