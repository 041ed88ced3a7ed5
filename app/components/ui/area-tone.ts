import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { tonesOf } from '../../../lib/layout/tone.ts'

export type AreaTone = { readonly colour: string; readonly tint: string; readonly letter: string }

/** The colours and letters of all areas, the same in lists and drawings. */
export function useAreaTones(): ReadonlyMap<string, AreaTone> {
  const { snapshot } = useNetwork()
  return useMemo(
    () =>
      new Map(
        [...tonesOf(listOf(snapshot, 'area'))].map(([id, { tone, letter }]) => [id, { colour: `var(--${tone})`, tint: `var(--${tone}-t)`, letter }]),
      ),
    [snapshot],
  )
}

export function useAreaTone(areaId: string | null): AreaTone | undefined {
  const tones = useAreaTones()
  return areaId === null ? undefined : tones.get(areaId)
}
