import type { Metadata } from 'next'
import { WhatIfEntry } from './_parts/entry.tsx'

export const metadata: Metadata = { title: 'What if' }

export default function WhatIfPage() {
  return <WhatIfEntry />
}
