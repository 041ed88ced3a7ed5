import type { Change } from '../change.ts'
import { completeRecord, type DocumentRecord, type ListedEntity, listedEntities, listIn, type WeftDocument } from './document.ts'
import { slotsOf } from './slot.ts'

export type ToChangesOptions = {
  /** id of the network instead of the document's own */
  readonly networkId?: string
}

/**
 * The changes that make a network of a document: one for each record, the network first, each record with its place in its list.
 *
 * @param document as `parseDocument` gave it
 * @returns the same changes for the same document: a check-in without id gets one by its place
 * Cost O(size of the document).
 */
export function documentToChanges(document: WeftDocument, { networkId }: ToChangesOptions = {}): Change[] {
  const id = networkId ?? document.network.id
  const network = completeRecord('network', document.network, { id, source: document.source ?? null })
  const records = listedEntities.flatMap((entity) => recordsOf(document, entity)).map((change) => onNetwork(change, id))
  return [{ entity: 'network', id, before: null, after: network }, ...records]
}

/** What was said about the network is about the network that it becomes, whatever its id. */
function onNetwork(change: Change, networkId: string): Change {
  return change.after?.['subject'] === 'network' ? { ...change, after: { ...change.after, subjectId: networkId } } : change
}

function recordsOf(document: WeftDocument, entity: ListedEntity): Change[] {
  const more = entity === 'node' ? placesOf(document) : entity === 'checkIn' ? idsOf(document) : []
  return listIn(document, entity).map((record, at) => {
    const after = completeRecord(entity, record, { rank: at + 1, ...more[at] })
    return { entity, id: after.id, before: null, after }
  })
}

function placesOf(document: WeftDocument): { slot: number }[] {
  return slotsOf(listIn(document, 'node')).map((slot) => ({ slot }))
}

function idsOf(document: WeftDocument): { id: string }[] {
  return checkInIds(listIn(document, 'checkIn')).map((id) => ({ id }))
}

/**
 * The id of each check-in: its own, else one made of its place in the list.
 *
 * Cost O(n).
 */
export function checkInIds(checkIns: readonly DocumentRecord<'checkIn'>[]): string[] {
  const taken = new Set(checkIns.map(({ id }) => id))
  return checkIns.map(({ id }, at) => {
    if (id !== undefined) return id
    let own = `chk_${at + 1}`
    while (taken.has(own)) own += 'x'
    taken.add(own)
    return own
  })
}
