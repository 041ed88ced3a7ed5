'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'

export function FitPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  return <p>{find(snapshot, 'ritual', ritual.id)?.title}</p>
}
