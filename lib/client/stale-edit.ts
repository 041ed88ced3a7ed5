import type { CommandCall } from '../domain/command/call.ts'
import { DomainError } from '../domain/error.ts'
import { entityNames } from '../domain/ids.ts'
import { find, nameOf } from '../domain/snapshot.ts'
import { copyText } from './copy-text.ts'
import { dropTexts, keepTexts } from './drafts/refused.ts'
import type { DraftShelf } from './drafts/shelf.ts'
import { type Committed, overShown } from './network/batch.ts'
import type { NetworkStore } from './network/store.ts'
import { prompt } from './prompt.ts'
import { showToast } from './toast.ts'

/** A field that somebody else changed after it was read: both values, who changed it and when, as far as the server knows. */
export type StaleField = {
  readonly field: string
  readonly yours: unknown
  readonly theirs: unknown
  readonly by?: string
  readonly at?: string
}
export type StaleEdit = { readonly name: string; readonly fields: readonly StaleField[] }

/** Asks which of two values to keep where somebody else changed the same field. */
export const staleEdit = prompt<StaleEdit, 'mine' | 'theirs'>()

function isStaleField(value: unknown): value is StaleField {
  return typeof value === 'object' && value !== null && 'field' in value
}

function staleIn(error: unknown): readonly StaleField[] | null {
  if (!(error instanceof DomainError) || error.code !== 'STALE_EDIT') return null
  const fields: unknown = error.details['fields']
  return Array.isArray(fields) ? fields.filter(isStaleField) : []
}

function nameIn({ state }: Pick<NetworkStore, 'state'>, error: unknown): string {
  const { entity, id } = error instanceof DomainError ? error.details : {}
  const kind = entityNames.find((each) => each === entity)
  const record = kind && find(state.get().confirmed, kind, String(id))
  return record ? nameOf(record) : ''
}

/** What was not kept of one's own can still be copied. */
function setAside(fields: readonly StaleField[]): void {
  const texts = fields.map(({ yours }) => yours).filter((text) => typeof text === 'string' && text !== '')
  if (texts.length === 0) return
  showToast('Theirs stands. What you typed can be copied.', { action: { label: 'Copy mine', run: () => void copyText(texts.join('\n')) } })
}

/** Asks, with what was typed on the shelf meanwhile: a page that is left before the answer offers it again. */
async function askKept(drafts: DraftShelf, calls: readonly CommandCall[], question: StaleEdit): Promise<'mine' | 'theirs'> {
  keepTexts(drafts, calls, new Date().toISOString())
  return staleEdit.ask(question)
}

/** Where edits are made, and where their texts are kept. */
type Desk = { readonly store: Pick<NetworkStore, 'state' | 'commit'>; readonly drafts: DraftShelf }

/**
 * Waits for an edit; where somebody else changed the same field meanwhile, asks which value to keep, and sends one's own again if it is that.
 * Gives null where theirs was taken.
 *
 * @throws what else the server refused
 */
export async function orAsk({ store, drafts }: Desk, calls: readonly CommandCall[], sent: Promise<Committed>): Promise<Committed | null> {
  try {
    return await sent
  } catch (error) {
    const fields = staleIn(error)
    if (!fields || !(error instanceof DomainError)) throw error
    const answer = await askKept(drafts, calls, { name: nameIn(store, error), fields })
    const again = answer === 'mine' ? store.commit(overShown(calls, error)) : null
    dropTexts(drafts, calls)
    if (again) return orAsk({ store, drafts }, calls, again)
    setAside(fields)
    return null
  }
}
