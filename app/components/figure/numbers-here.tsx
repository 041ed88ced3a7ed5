'use client'
import dynamic from 'next/dynamic'
import type { OverlayKind } from '../../../lib/domain/measure/overlay/kinds.ts'
import { useNumbers } from './numbers.ts'

const NumberSource = dynamic(() => import('./number-source.tsx').then(({ NumberSource: loaded }) => loaded))

/** What the numbers of a drawing mean; loaded with what measures them, only where the address asks for numbers. */
export function NumbersHere({ kinds }: { readonly kinds: readonly OverlayKind[] }) {
  const { kind } = useNumbers(kinds)
  return kind === null ? null : <NumberSource kind={kind} />
}
