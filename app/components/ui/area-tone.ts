import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { cssOf } from '../../../lib/layout/colour.ts'
import { tintOf } from '../../../lib/layout/tokens.ts'
import { type Tone, tonesOf } from '../../../lib/layout/tone.ts'

export type AreaTone = { readonly tone: Tone; readonly colour: string; readonly tint: string; readonly letter: string }

const tonesBySnapshot = new WeakMap<Snapshot, ReadonlyMap<string, AreaTone>>()

function areaTones(snapshot: Snapshot): ReadonlyMap<string, AreaTone> {
  const known = tonesBySnapshot.get(snapshot)
  if (known) return known
  const words = [...tonesOf(listOf(snapshot, 'area'))]
  const tones = new Map(words.map(([id, { tone, letter }]) => [id, { tone, colour: cssOf(tone), tint: cssOf(tintOf(tone)), letter }]))
  tonesBySnapshot.set(snapshot, tones)
  return tones
}

/** The colours and letters of all areas, the same in lists and drawings; worked out once for a snapshot. */
export function useAreaTones(): ReadonlyMap<string, AreaTone> {
  const { snapshot } = useNetwork()
  return areaTones(snapshot)
}

export function useAreaTone(areaId: string | null): AreaTone | undefined {
  const tones = useAreaTones()
  return areaId === null ? undefined : tones.get(areaId)
}
