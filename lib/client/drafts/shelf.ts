import type { FieldPlace } from '../presence/state.ts'
import { typedPrefix } from './typed.ts'

/** A text that was typed and is not saved yet. */
export type Draft = {
  readonly place: FieldPlace
  readonly text: string
  /** instant at which it was typed last */
  readonly at: string
  /** further fields of the same form, such as the day of an ask */
  readonly more?: Readonly<Record<string, string>>
  /** the server has refused it, and the person has not decided yet */
  readonly isRefused?: boolean
}

export type DraftShelf = {
  /** newest first */
  readonly all: () => readonly Draft[]
  readonly at: (place: FieldPlace) => Draft | null
  readonly keep: (draft: Draft) => void
  readonly drop: (place: FieldPlace) => void
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Most drafts of one person in one network, and most signs of one; what is longer is not kept. */
export const draftLimits = { count: 60, signs: 20_000 } as const

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Guaranteed by the tests before it: every part that is read has its type. A damaged entry gives null. */
function draftIn(text: string | null): Draft | null {
  try {
    const draft = JSON.parse(text ?? 'null') as Draft | null
    const { entity, id, field } = draft?.place ?? {}
    return draft && [draft.text, draft.at, entity, id, field].every(isText) ? draft : null
  } catch {
    return null
  }
}

function namesOn(shelf: Shelf, isWanted: (name: string) => boolean): string[] {
  return Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '').filter(isWanted)
}

/** The drafts of one person in one network on a shelf such as `localStorage`, so that no reload, crash or outage loses what was typed. */
export function draftsOn(shelf: Shelf, networkId: string, userId: string): DraftShelf {
  const prefix = typedPrefix('field', { userId, networkId })
  const nameOf = ({ entity, id, field }: FieldPlace) => `${prefix}${entity}:${id}:${field}`
  const all = () =>
    namesOn(shelf, (name) => name.startsWith(prefix))
      .map((name) => draftIn(shelf.getItem(name)))
      .filter((draft) => draft !== null)
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const drop = (place: FieldPlace) => shelf.removeItem(nameOf(place))
  return {
    all,
    at: (place) => draftIn(shelf.getItem(nameOf(place))),
    keep: (draft) => {
      if (draft.text.length > draftLimits.signs) return
      try {
        shelf.setItem(nameOf(draft.place), JSON.stringify(draft))
      } catch {
        // a full shelf keeps nothing more; the text still stands in its field
      }
      for (const { place } of all().slice(draftLimits.count)) drop(place)
    },
    drop,
  }
}
