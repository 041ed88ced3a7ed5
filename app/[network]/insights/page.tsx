import type { Metadata } from 'next'
import { InsightsScreen } from './_parts/insights-screen.tsx'

export const metadata: Metadata = { title: 'Insights' }

export default function InsightsPage() {
  return <InsightsScreen />
}
