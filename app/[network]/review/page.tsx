import type { Metadata } from 'next'
import { ReviewScreen } from './_parts/review-screen.tsx'

export const metadata: Metadata = { title: 'Review' }

export default function ReviewPage() {
  return <ReviewScreen />
}
