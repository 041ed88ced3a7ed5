'use client'
import { useCallback } from 'react'
import { createHealthMetric } from '../../../../lib/client/health-line.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { type Created, createRecord, rankIn } from '../../../../lib/client/outline/create.ts'
import { createFirstKeyResult, createKeyResult } from '../../../../lib/client/outline/create-key-result.ts'
import { parentOf } from '../../../../lib/client/outline/row.ts'
import { useQuickAddContext } from '../../../../lib/client/quick-line.ts'
import type { QuickAddContext } from '../../../../lib/domain/quick-add/draft.ts'
import { useOutline } from './outline-context.ts'
import type { Draft } from './use-outline-state.ts'

type Around = Parameters<typeof createRecord>[0]

function madeOf(around: Around, draft: Draft, text: string, context: QuickAddContext): Created | null {
  if (draft.kind === 'kr') return createKeyResult(around, draft, text, context)
  if (draft.kind !== 'health') return createRecord(around, draft, text.trim())
  return draft.parentId === null ? null : createHealthMetric(around.snapshot, { nodeId: draft.parentId, rank: rankIn(around, draft) }, text)
}

/** Makes the record that a line describes and opens the next line after it. Gives the new id; null where it was refused. */
export function useAdd() {
  const { snapshot, cycle, today } = useNetwork()
  const { state } = useOutline()
  const context = useQuickAddContext()
  const mutate = useMutate()
  const keep = useCallback(
    async (draft: Draft, { id, calls }: Created): Promise<string | null> => {
      const parentKind = parentOf[draft.kind]
      if (parentKind && draft.parentId !== null) state.setOpen(`${parentKind}:${draft.parentId}`, true)
      const committed = mutate(calls)
      state.setDraft({ ...draft, afterId: id, text: '' })
      return (await committed) ? id : null
    },
    [state, mutate],
  )
  return useCallback(
    async (draft: Draft, text: string): Promise<string | null> => {
      const around = { snapshot, cycle, today }
      if (draft.nodeId !== undefined) {
        const first = createFirstKeyResult(around, draft.nodeId, text, context)
        return first && keep({ kind: 'kr', parentId: first.objectiveId, afterId: null, text: '' }, first)
      }
      const made = madeOf(around, draft, text, context)
      return made && keep(draft, made)
    },
    [snapshot, cycle, today, context, keep],
  )
}
