import type { Metadata } from 'next'
import { WhatIfScreen } from './_parts/what-if-screen.tsx'

export const metadata: Metadata = { title: 'What if' }

export default function WhatIfPage() {
  return <WhatIfScreen />
}
