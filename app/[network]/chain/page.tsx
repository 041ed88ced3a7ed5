import type { Metadata } from 'next'
import { ChainScreen } from './_components/chain-screen.tsx'

export const metadata: Metadata = { title: 'Chain' }

export default function ChainPage() {
  return <ChainScreen />
}
