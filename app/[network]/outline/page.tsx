import type { Metadata } from 'next'
import { Outline } from './_parts/outline.tsx'

export const metadata: Metadata = { title: 'Outline' }

export default function OutlinePage() {
  return <Outline />
}
