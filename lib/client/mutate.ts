import { useCallback } from 'react'
import type { CommandCall, CommandName } from '../domain/command/call.ts'
import { type Carried, carriedBy, planDelete } from '../domain/command/cascade.ts'
import type { EditableEntity } from '../domain/command/records.ts'
import { DomainError } from '../domain/error.ts'
import { entityNames } from '../domain/ids.ts'
import { promisesTouched, type TouchedPromise } from '../domain/promise/touched.ts'
import { entityWords, find, get, nameOf } from '../domain/snapshot.ts'
import { type Committed, withoutRevision } from './network/batch.ts'
import { useNetworkStore } from './network/provider.tsx'
import type { NetworkStore } from './network/store.ts'
import { lastEdit } from './own-edits.ts'
import { prompt } from './prompt.ts'
import { announce, showToast } from './toast.ts'

export type StaleField = { readonly field: string; readonly yours: unknown; readonly theirs: unknown }
export type StaleEdit = { readonly name: string; readonly fields: readonly StaleField[] }

/** Asks which of two values to keep where somebody else changed the same field. */
export const staleEdit = prompt<StaleEdit, 'mine' | 'theirs'>()

export type Deletion = { readonly word: string; readonly name: string; readonly carried: Carried; readonly promises: readonly TouchedPromise[] }

/** Asks whether to delete a record that others hang on. */
export const deletion = prompt<Deletion, boolean>()

function isStaleField(value: unknown): value is StaleField {
  return typeof value === 'object' && value !== null && 'field' in value
}

function staleIn(error: unknown): readonly StaleField[] | null {
  if (!(error instanceof DomainError) || error.code !== 'STALE_EDIT') return null
  const fields: unknown = error.details['fields']
  return Array.isArray(fields) ? fields.filter(isStaleField) : []
}

export function messageOf(error: unknown): string {
  if (error instanceof DomainError) return error.message
  return error instanceof Error && error.message !== '' ? `This did not work: ${error.message}` : 'This did not work. Try again.'
}

export type MutateOptions = {
  /** what to say when it is done; left out, only a change of several records is announced */
  readonly toast?: string
}

async function commitOrAsk(store: NetworkStore, calls: readonly CommandCall[]): Promise<Committed | null> {
  try {
    return await store.commit(calls)
  } catch (error) {
    const fields = staleIn(error)
    if (!fields) throw error
    const name = error instanceof DomainError && typeof error.details['id'] === 'string' ? nameById(store, error.details) : ''
    const answer = await staleEdit.ask({ name, fields })
    return answer === 'mine' ? commitOrAsk(store, withoutRevision(calls)) : null
  }
}

function nameById(store: NetworkStore, { entity, id }: Record<string, unknown>): string {
  const kind = entityNames.find((each) => each === entity)
  const record = kind && find(store.state.get().confirmed, kind, String(id))
  return record ? nameOf(record) : ''
}

async function step(store: NetworkStore, direction: 'undo' | 'redo'): Promise<void> {
  try {
    const { summary } = await store.step(direction)
    lastEdit.set(null)
    const opposite = direction === 'undo' ? 'redo' : 'undo'
    showToast(summary, {
      action: { label: opposite === 'undo' ? 'Undo' : 'Redo', run: () => void step(store, opposite) },
    })
  } catch (error) {
    showToast(messageOf(error), { tone: error instanceof DomainError && error.code.startsWith('NOTHING_TO') ? 'plain' : 'error' })
  }
}

function tell(store: NetworkStore, { summary, changes }: Committed, toast: string | undefined): void {
  const isLarge = changes.length > 3 || changes.some(({ after }) => after === null)
  if (toast === undefined && !isLarge) announce(summary)
  else showToast(toast ?? summary, { action: { label: 'Undo', run: () => void step(store, 'undo') } })
}

/** Sends what an earlier page made and no server answered, and tells what became of it. */
export async function resumeEdits(store: NetworkStore): Promise<void> {
  const sent = await Promise.allSettled(store.resume())
  const refused = sent.filter((each) => each.status === 'rejected')
  for (const { reason } of refused) showToast(`A change from before could not be saved. ${messageOf(reason)}`, { tone: 'error' })
  const saved = sent.length - refused.length
  if (saved > 0) showToast(saved === 1 ? 'A change that was waiting is saved.' : `${saved} changes that were waiting are saved.`)
}

/** Runs commands as one edit that one undo takes back. They show at once; a refusal takes them back and says why. */
export function useMutate() {
  const store = useNetworkStore()
  return useCallback(
    async (calls: readonly CommandCall[], { toast }: MutateOptions = {}): Promise<Committed | null> => {
      if (calls.length === 0) return null
      try {
        const committed = await commitOrAsk(store, calls)
        if (committed) tell(store, committed, toast)
        if (committed) lastEdit.set(committed)
        return committed
      } catch (error) {
        showToast(messageOf(error), { tone: 'error' })
        return null
      }
    },
    [store],
  )
}

/** Takes back, or brings back, one's own last edit. */
export function useUndo() {
  const store = useNetworkStore()
  const undo = useCallback(() => step(store, 'undo'), [store])
  const redo = useCallback(() => step(store, 'redo'), [store])
  return { undo, redo }
}

/** Deletes a record; where others hang on it, their list is shown first. */
export function useDelete() {
  const store = useNetworkStore()
  const mutate = useMutate()
  return useCallback(
    async (entity: EditableEntity, id: string): Promise<boolean> => {
      const { snapshot } = store.state.get()
      const changes = planDelete(snapshot, entity, id)
      const carried = carriedBy(changes, id)
      const promises = promisesTouched(snapshot, changes).filter((promise) => promise.id !== id)
      const name = nameOf(get(snapshot, entity, id))
      const isSure = carried.total + promises.length === 0 || (await deletion.ask({ word: entityWords[entity], name, carried, promises }))
      if (!isSure) return false
      const command: CommandName = `${entity}.delete`
      return (await mutate([{ name: command, input: { id, carry: true } }])) !== null
    },
    [store, mutate],
  )
}

/** The revision that the screen shows: what an edit that starts now is compared with. */
export function useReadRevision(): () => number {
  const store = useNetworkStore()
  return useCallback(() => store.state.get().confirmed.revision, [store])
}
