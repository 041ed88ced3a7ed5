'use client'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { observable, useObservable } from '../../../lib/client/observable.ts'
import { type OverlayKind, overlayKinds } from '../../../lib/domain/measure/overlay/kinds.ts'
import type { Overlay } from '../../../lib/domain/measure/overlay/overlay.ts'

/** Kinds that are told of key results; the others are of nodes alone. */
export const resultKinds = ['chance', 'help', 'slip', 'needed'] as const satisfies readonly OverlayKind[]

/** The numbers that drawings carry, as far as they are known: written by what measures them, which is loaded when an address asks for numbers. */
export const carried = observable<Overlay | null>(null)

/** Which numbers the address asks for among those that a drawing can carry, and the numbers. */
export function useNumbers(kinds: readonly OverlayKind[]) {
  const [asked, setAsked] = useQueryState('numbers', parseAsStringLiteral(overlayKinds))
  const kind = asked !== null && kinds.includes(asked) ? asked : null
  const overlay = useObservable(carried)
  return {
    kind,
    choose: (next: OverlayKind | null) => void setAsked(next),
    /** null where none are asked for, and until they are known */
    overlay: overlay?.kind === kind ? overlay : null,
  }
}
