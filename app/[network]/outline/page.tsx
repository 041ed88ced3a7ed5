import type { Metadata } from 'next'
import { SeenInBoth } from '../../components/time/seen-in-both.tsx'
import { Outline } from './_parts/outline.tsx'

export const metadata: Metadata = { title: 'Outline' }

export default function OutlinePage() {
  return (
    <SeenInBoth>
      <Outline />
    </SeenInBoth>
  )
}
