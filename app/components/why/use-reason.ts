'use client'
import { useCallback } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { call } from '../../../lib/domain/command/call.ts'
import { mayReword } from '../../../lib/domain/own-word.ts'
import type { ReasonKind } from '../../../lib/domain/vocabulary.ts'

export type Given = { readonly kind: ReasonKind; readonly text: string }

/** Says why a change set was made, or takes that back. Who may not reword what somebody else said cannot replace it. */
export function useReason(revision: number) {
  const { snapshot, who } = useNetwork()
  const mutate = useMutate()
  const known = [...snapshot.tables.reason.values()].find((reason) => reason.revision === revision)
  const set = useCallback(
    ({ kind, text }: Given) => mutate([call('reason.set', { id: freshId('reason'), revision, kind, text: text.trim() || null })]),
    [mutate, revision],
  )
  const clear = useCallback(() => known && mutate([call('reason.clear', { id: known.id })]), [mutate, known])
  return { known, may: mayReword(who, known?.personId ?? null), set, clear }
}
