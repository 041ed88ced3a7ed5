import type { Batch } from './batch.ts'

/** Edits that the server has not answered yet, kept outside of the page, so that no reload and no closed tab loses them. */
export type Outbox = {
  /** oldest first */
  readonly kept: () => readonly Batch[]
  readonly keep: (batch: Batch) => void
  readonly drop: (key: string) => void
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const namespace = 'weft-waiting'

/** Guaranteed by `keep`: only batches are written under the prefix. A damaged entry gives null. */
function batchIn(text: string | null): Batch | null {
  try {
    return text === null ? null : (JSON.parse(text) as Batch)
  } catch {
    return null
  }
}

/**
 * The outbox of one person in one network on a shelf such as `localStorage`: whoever signs in next sends nothing in another's name. Keys sort
 * by time, so entries come back in their order.
 */
export function outboxOn(shelf: Shelf, networkId: string, userId: string): Outbox {
  const prefix = `${namespace}:${networkId}:${userId}:`
  const names = () => Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '').filter((name) => name.startsWith(prefix))
  return {
    kept: () =>
      names()
        .toSorted()
        .map((name) => batchIn(shelf.getItem(name)))
        .filter((batch) => batch !== null),
    keep: (batch) => {
      try {
        shelf.setItem(prefix + batch.key, JSON.stringify(batch))
      } catch {
        // a full shelf keeps nothing more; the edit still waits on this page
      }
    },
    drop: (key) => shelf.removeItem(prefix + key),
  }
}

const nothing: Outbox = { kept: () => [], keep: () => undefined, drop: () => undefined }

/** The outbox of a person in this browser; where the browser forbids storage, edits wait on the page alone. */
export function browserOutbox(networkId: string, userId: string): Outbox {
  try {
    return outboxOn(window.localStorage, networkId, userId)
  } catch {
    return nothing
  }
}

/** The names of all edits of a person that wait in this browser, in whichever network. */
function unsentOf(userId: string): readonly string[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    return names.filter((name) => name.startsWith(`${namespace}:`) && name.split(':')[2] === userId)
  } catch {
    return []
  }
}

/** How many edits of a person this browser has not brought to the server. */
export function countUnsent(userId: string): number {
  return unsentOf(userId).length
}

/** Throws the edits of a person away that this browser has not brought to the server. */
export function eraseUnsent(userId: string): void {
  for (const name of unsentOf(userId)) localStorage.removeItem(name)
}
