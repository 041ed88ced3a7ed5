import { useCallback } from 'react'
import type { CommandCall, CommandName } from '../domain/command/call.ts'
import { type Carried, carriedBy, planDelete } from '../domain/command/cascade.ts'
import type { EditableEntity } from '../domain/command/records.ts'
import { DomainError } from '../domain/error.ts'
import { promisesTouched, type TouchedPromise } from '../domain/promise/touched.ts'
import { entityWords, get, nameOf } from '../domain/snapshot.ts'
import { runAction } from './actions/registry.ts'
import { dropTexts, keepTexts } from './drafts/refused.ts'
import type { DraftShelf } from './drafts/shelf.ts'
import { draftsChanged, useDraftShelf } from './drafts/use-drafts.ts'
import { type Committed, shownRevision } from './network/batch.ts'
import { useNetworkStore } from './network/provider.tsx'
import type { NetworkStore } from './network/store.ts'
import { lastEdit } from './own-edits.ts'
import { prompt } from './prompt.ts'
import { orAsk } from './stale-edit.ts'
import { announce, showToast } from './toast.ts'

export type Deletion = { readonly word: string; readonly name: string; readonly carried: Carried; readonly promises: readonly TouchedPromise[] }

/** Asks whether to delete a record that others hang on. */
export const deletion = prompt<Deletion, boolean>()

export function messageOf(error: unknown): string {
  if (error instanceof DomainError) return error.message
  return error instanceof Error && error.message !== '' ? `This did not work: ${error.message}` : 'This did not work. Try again.'
}

export type MutateOptions = {
  /** what to say when it is done; left out, only a change of several records is announced */
  readonly toast?: string
  /** it leads a session, which no undo takes back: the notice offers none */
  readonly isFinal?: boolean
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

function tell(store: NetworkStore, { summary, changes }: Committed, { toast, isFinal = false }: MutateOptions): void {
  const isLarge = changes.length > 3 || changes.some(({ after }) => after === null)
  if (toast === undefined && !isLarge) announce(summary)
  else showToast(toast ?? summary, isFinal ? {} : { action: { label: 'Undo', run: () => void step(store, 'undo') } })
}

/** Sends what an earlier page made and no server answered, and tells what became of it. Texts that were refused are offered again. */
export async function resumeEdits(store: NetworkStore, drafts: DraftShelf): Promise<void> {
  const before = store.state.get().pending.length
  const sent = store.resume()
  const batches = store.state.get().pending.slice(before)
  const done = await Promise.allSettled(sent.map((each, at) => orAsk({ store, drafts }, batches[at]?.calls ?? [], each)))
  for (const [at, each] of done.entries())
    if (each.status === 'rejected') refuse(drafts, batches[at]?.calls ?? [], `A change from before could not be saved. ${messageOf(each.reason)}`)
    else dropTexts(drafts, batches[at]?.calls ?? [])
  const saved = done.filter((each) => each.status === 'fulfilled' && each.value !== null).length
  if (saved > 0) showToast(saved === 1 ? 'A change that was waiting is saved.' : `${saved} changes that were waiting are saved.`)
}

/** Says that an edit was refused, and keeps what was typed for it. */
function refuse(drafts: DraftShelf, calls: readonly CommandCall[], text: string): void {
  const typed = keepTexts(drafts, calls, new Date().toISOString())
  if (typed > 0) draftsChanged()
  showToast(text, {
    tone: 'error',
    ...(typed > 0 ? { action: { label: 'Show what I typed', run: () => void runAction('drafts.open') } } : {}),
  })
}

/** Runs commands as one edit that one undo takes back. They show at once; a refusal takes them back and says why. */
export function useMutate() {
  const store = useNetworkStore()
  const drafts = useDraftShelf()
  return useCallback(
    async (calls: readonly CommandCall[], options: MutateOptions = {}): Promise<Committed | null> => {
      if (calls.length === 0) return null
      try {
        const committed = await orAsk({ store, drafts }, calls, store.commit(calls))
        if (committed) tell(store, committed, options)
        if (committed) lastEdit.set(committed)
        return committed
      } catch (error) {
        refuse(drafts, calls, messageOf(error))
        return null
      }
    },
    [store, drafts],
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
  return useCallback(() => shownRevision(store.state.get()), [store])
}
