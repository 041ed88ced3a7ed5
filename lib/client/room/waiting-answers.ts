import { type Typist, typedPrefix } from '../drafts/typed.ts'
import type { Waiting } from './room-state.ts'

/** One person in one room. */
export type InRoom = Typist & { readonly ritualId: string }

/** Answers of one person in one room that the server has not acknowledged, kept outside of the page: no reload and no closed tab loses them. */
export type WaitingShelf = {
  readonly kept: () => ReadonlyMap<string, Waiting>
  readonly keep: (question: string, waiting: Waiting) => void
  readonly drop: (question: string) => void
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Guaranteed by `keep`: only waiting answers are written under the prefix. A damaged entry gives null. */
function waitingIn(text: string | null): Waiting | null {
  try {
    return text === null ? null : (JSON.parse(text) as Waiting)
  } catch {
    return null
  }
}

/** The shelf of one person in one room on a storage such as `localStorage`: whoever signs in next sends nothing in another's name. */
export function waitingOn(shelf: Shelf, of: InRoom): WaitingShelf {
  const prefix = `${typedPrefix('answer', of)}${of.ritualId}:`
  const names = () => Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '').filter((name) => name.startsWith(prefix))
  return {
    kept: () =>
      new Map(
        names().flatMap((name) => {
          const waiting = waitingIn(shelf.getItem(name))
          return waiting ? [[name.slice(prefix.length), waiting] as const] : []
        }),
      ),
    keep: (question, waiting) => {
      try {
        shelf.setItem(prefix + question, JSON.stringify(waiting))
      } catch {
        // a full shelf keeps nothing more; the answer still waits on this page
      }
    },
    drop: (question) => shelf.removeItem(prefix + question),
  }
}

const nothing: WaitingShelf = { kept: () => new Map(), keep: () => undefined, drop: () => undefined }

/** The shelf in this browser; where the browser forbids storage, answers wait on the page alone. */
export function browserWaiting(of: InRoom): WaitingShelf {
  try {
    return waitingOn(window.localStorage, of)
  } catch {
    return nothing
  }
}
