'use client'
import { useEffect, useState } from 'react'
import { v7 } from 'uuid'
import { messageOf, useUndo } from '../../../../lib/client/mutate.ts'
import { useNetwork, useNetworkStore } from '../../../../lib/client/network/provider.tsx'
import { showToast } from '../../../../lib/client/toast.ts'
import { DomainError } from '../../../../lib/domain/error.ts'
import { readChanges, restoreRecord } from '../../../components/history/read.ts'
import { told } from '../../../components/history/told.ts'
import type { Difference } from '../../../components/history/types.ts'
import { planRestore, type RestorePlan, refusalOf } from './restore-plan.ts'

/** Where the server cannot say what went with a record, because it was too much: it decides by itself. */
const unforeseen: RestorePlan = { kind: 'fits', along: [] }

function failed(error: unknown): RestorePlan {
  return error instanceof DomainError ? refusalOf(error) : { kind: 'blocked', message: messageOf(error), blocker: null }
}

/**
 * Bringing one record back: what would come with it, and the deed.
 *
 * @param done called when it is back
 */
export function useRestore(revision: number, { entity, id }: Pick<Difference, 'entity' | 'id'>, done: () => void) {
  const { slug, snapshot, who, today } = useNetwork()
  const store = useNetworkStore()
  const { undo } = useUndo()
  const [key] = useState(() => v7())
  const [isBusy, setBusy] = useState(false)
  const [plan, setPlan] = useState<RestorePlan | null>(null)
  useEffect(() => {
    let isOver = false
    readChanges(slug, revision).then(
      (changes) => !isOver && setPlan(changes ? planRestore(store.state.get().confirmed, { entity, id, changes, who, day: today }) : unforeseen),
      (error: unknown) => !isOver && setPlan(failed(error)),
    )
    return () => {
      isOver = true
    }
  }, [slug, revision, entity, id, who, today, store])
  const restore = async () => {
    setBusy(true)
    try {
      const committed = await restoreRecord(slug, { revision, entity, id, key })
      await store.catchUp(committed.revision)
      showToast(told(snapshot, committed.summary), { action: { label: 'Undo', run: () => void undo() } })
      done()
    } catch (error) {
      setPlan(failed(error))
      setBusy(false)
    }
  }
  return { plan, isBusy, restore }
}
