import type { Metadata } from 'next'
import { TokensScreen } from './_parts/tokens-screen.tsx'

export const metadata: Metadata = { title: 'API tokens' }

export default function TokensPage() {
  return <TokensScreen />
}
