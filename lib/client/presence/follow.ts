import type { Presence } from '../../contract/presence.ts'
import { latestFirst } from '../../domain/time.ts'
import { observable } from '../observable.ts'
import { announce, showToast } from '../toast.ts'
import type { Companion } from './people.ts'

/** Whose window this one follows; the window changes where that person goes on in another. */
export type Followed = { readonly personId: string; readonly name: string; readonly clientId: string }

export const following = observable<Followed | null>(null)

export function follow({ personId, name, windows: [{ clientId }] }: Pick<Companion, 'personId' | 'name' | 'windows'>): void {
  following.set({ personId, name, clientId })
  announce(`You follow ${name}. Escape stops.`)
}

export function stopFollowing(): void {
  const followed = following.get()
  if (!followed) return
  following.set(null)
  announce(`You do not follow ${followed.name} any more.`)
}

/** The window that is followed as it is now: the one it was, else the one of that person that moved last; null where the person has left. */
export function followedWindow(people: readonly Presence[], { personId, clientId }: Followed): Presence | null {
  const windows = people.filter((each) => each.personId === personId)
  const same = windows.find((each) => each.clientId === clientId)
  const latest = windows.toSorted(latestFirst)[0]
  return same ?? latest ?? null
}

/** Keeps following through a change of windows, and ends with the person. */
export function keepFollowing(people: readonly Presence[]): void {
  const followed = following.get()
  if (!followed) return
  const window = followedWindow(people, followed)
  if (!window) {
    following.set(null)
    showToast(`${followed.name} has left. You are where you were last.`)
  } else if (window.clientId !== followed.clientId) following.set({ ...followed, clientId: window.clientId })
}
