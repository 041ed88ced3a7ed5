import type { Metadata } from 'next'
import { AsksScreen } from './_parts/asks-screen.tsx'

export const metadata: Metadata = { title: 'Asks' }

export default function AsksPage() {
  return <AsksScreen />
}
