import type { Metadata } from 'next'
import { WalkScreen } from './_parts/walk-screen.tsx'

export const metadata: Metadata = { title: 'Walk' }

export default function WalkPage() {
  return <WalkScreen />
}
