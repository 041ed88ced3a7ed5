import type { Metadata } from 'next'
import { MapScreen } from './_components/map-screen.tsx'

export const metadata: Metadata = { title: 'Map' }

export default function MapPage() {
  return <MapScreen />
}
