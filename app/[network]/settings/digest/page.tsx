import type { Metadata } from 'next'
import { DigestScreen } from './_parts/digest-screen.tsx'

export const metadata: Metadata = { title: 'My digest' }

export default function DigestPage() {
  return <DigestScreen />
}
