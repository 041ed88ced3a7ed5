import { type DraftShelf, draftsOn } from './shelf.ts'

const nothing: DraftShelf = { all: () => [], at: () => null, keep: () => undefined, drop: () => undefined }

/** The drafts of a person in this browser; where the browser forbids storage, texts stand in their fields alone. */
export function browserDrafts(networkId: string, userId: string | null): DraftShelf {
  if (typeof window === 'undefined') return nothing
  try {
    return draftsOn(window.localStorage, networkId, userId ?? '')
  } catch {
    return nothing
  }
}
