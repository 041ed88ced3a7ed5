import { ask } from '../../../db/query.ts'
import type { Store } from '../store-contract.ts'

/**
 * Where in the log of a network somebody is: a revision, and the change set that made it. A database that was restored from a backup counts
 * on from an older revision, so the number alone does not tell whose history it is.
 */
export type Place = { readonly revision: number; readonly setId: string | null }

/** A place as the id of an event. */
export function placeText({ revision, setId }: Place): string {
  return setId === null ? String(revision) : `${revision}-${setId}`
}

/** Reads what a browser sends as Last-Event-ID; null where it is none of ours. */
export function placeIn(text: string | null): Place | null {
  const match = /^(\d{1,15})(?:-([\w.-]{1,200}))?$/.exec(text ?? '')
  return match ? { revision: Number(match[1]), setId: match[2] ?? null } : null
}

export type Places = {
  /** the place of a revision; without its change set where that cannot be told */
  readonly at: (networkId: string, revision: number) => Promise<Place>
}

async function readPlace(store: Pick<Store, 'ask'>, networkId: string, revision: number): Promise<Place> {
  try {
    const [row] = await store.ask((statements) => ask(statements.setAt, { networkId, revision }))
    return { revision, setId: row?.id ?? null }
  } catch {
    // A hint without its change set is still a hint; who comes back with it is believed.
    return { revision, setId: null }
  }
}

/** Looks places up; the newest one of a network is asked for once, however many hear of it. */
export function makePlaces(store: Pick<Store, 'ask'>): Places {
  const newest = new Map<string, { readonly revision: number; readonly place: Promise<Place> }>()
  return {
    at: (networkId, revision) => {
      const known = newest.get(networkId)
      if (known?.revision === revision) return known.place
      const place = readPlace(store, networkId, revision)
      if (revision > (known?.revision ?? -1)) newest.set(networkId, { revision, place })
      return place
    },
  }
}

/** From so many revisions on, reading the snapshot anew is cheaper than following. */
const mostMissed = 2_000

/** What somebody who comes back has to do: nothing, ask what is new, or read anew because what it knows is not this history, or too old. */
export async function comeback(places: Places, networkId: string, { now, seen }: { now: Place; seen: Place | null }) {
  if (seen === null) return 'begin'
  if (seen.revision > now.revision || now.revision - seen.revision > mostMissed) return 'reset'
  const then = seen.revision === now.revision ? now : await places.at(networkId, seen.revision)
  if (seen.setId !== null && seen.setId !== then.setId) return 'reset'
  return seen.revision === now.revision ? 'begin' : 'follow'
}
