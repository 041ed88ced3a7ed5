import type { Metadata } from 'next'
import { MatrixScreen } from './_components/matrix-screen.tsx'

export const metadata: Metadata = { title: 'Matrix' }

export default function MatrixPage() {
  return <MatrixScreen />
}
