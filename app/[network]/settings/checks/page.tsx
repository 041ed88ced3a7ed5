import type { Metadata } from 'next'
import { ChecksScreen } from './_parts/checks-screen.tsx'

export const metadata: Metadata = { title: 'Checks' }

export default function ChecksPage() {
  return <ChecksScreen />
}
