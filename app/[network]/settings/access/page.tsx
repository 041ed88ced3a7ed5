import type { Metadata } from 'next'
import { AccessScreen } from './_parts/access-screen.tsx'

export const metadata: Metadata = { title: 'People & access' }

export default function AccessPage() {
  return <AccessScreen />
}
