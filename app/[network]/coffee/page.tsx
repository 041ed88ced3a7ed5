import type { Metadata } from 'next'
import { CoffeeScreen } from './_parts/coffee-screen.tsx'

export const metadata: Metadata = { title: 'Coffee' }

export default function CoffeePage() {
  return <CoffeeScreen />
}
