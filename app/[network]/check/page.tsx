import type { Metadata } from 'next'
import { CheckScreen } from './_parts/check-screen.tsx'

export const metadata: Metadata = { title: 'Check' }

export default function CheckPage() {
  return <CheckScreen />
}
