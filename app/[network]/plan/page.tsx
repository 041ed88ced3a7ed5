import type { Metadata } from 'next'
import { PlanScreen } from './_parts/plan-screen.tsx'

export const metadata: Metadata = { title: 'Plan' }

export default function PlanPage() {
  return <PlanScreen />
}
