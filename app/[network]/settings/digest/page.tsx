import type { Metadata } from 'next'
import { DigestScreen } from './_parts/digest-screen.tsx'

export const metadata: Metadata = { title: 'My notifications' }

export default function DigestPage() {
  return <DigestScreen />
}
