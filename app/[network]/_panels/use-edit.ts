'use client'

import { useCallback } from 'react'
import { useMutate } from '../../../lib/client/mutate.ts'
import type { CommandName } from '../../../lib/domain/command/call.ts'
import type { EditableEntity, Patch } from '../../../lib/domain/command/records.ts'

/** Changes fields of one record. `revision` is the one at which the person began to edit. */
export type Edit<E extends EditableEntity | 'network'> = (set: Patch<E>, revision?: number) => void

/** An edit of one record as one step that can be undone. */
export function useEdit<E extends EditableEntity>(entity: E, id: string): Edit<E> {
  const mutate = useMutate()
  return useCallback(
    (set, revision) => {
      const name: CommandName = `${entity}.update`
      void mutate([{ name, input: { id, set, ...(revision === undefined ? {} : { revision }) } }])
    },
    [mutate, entity, id],
  )
}
