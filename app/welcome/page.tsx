import type { Metadata } from 'next'
import { admitted } from '../entrance.ts'
import { Welcome } from './_parts/welcome.tsx'

export const metadata: Metadata = { title: 'A new network' }

export default async function WelcomePage() {
  const networks = await admitted((handle, cookies) => handle.networks(cookies))
  return <Welcome isFirst={networks.length === 0} />
}
