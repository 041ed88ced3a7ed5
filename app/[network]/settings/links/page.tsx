import type { Metadata } from 'next'
import { LinksScreen } from './_parts/links-screen.tsx'

export const metadata: Metadata = { title: 'Share links' }

export default function LinksPage() {
  return <LinksScreen />
}
