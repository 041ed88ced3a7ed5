import type { Metadata } from 'next'
import { weftHandle } from '../../lib/contract/handle.ts'
import { Welcome } from './_parts/welcome.tsx'

export const metadata: Metadata = { title: 'A new network' }

export default async function WelcomePage() {
  const networks = await weftHandle().networks()
  return <Welcome isFirst={networks.length === 0} />
}
