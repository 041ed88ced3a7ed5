import { remember, remembered } from '../remembered.ts'

/** Whose text it is, and in which network. Without an account there is one person only. */
export type Typist = { readonly userId: string | null; readonly networkId: string }

/** Everything that somebody types and this browser keeps while it has not left it, by the namespace of its keys: signing out erases all of them. */
const namespaces = { field: 'weft-draft', answer: 'weft-sealed', plan: 'weft-plan', check: 'weft-check', coffee: 'weft-coffee' } as const

/** What the keys of a person's texts of one kind in one network begin with. */
export function typedPrefix(kind: keyof typeof namespaces, { userId, networkId }: Typist): string {
  return `${namespaces[kind]}:${userId ?? ''}:${networkId}:`
}

/** The value kept at a place of this browser, to be looked at before it is believed; null where there is none or it is damaged. */
export function readTyped(place: string): unknown {
  try {
    return JSON.parse(remembered(place) ?? 'null')
  } catch {
    return null
  }
}

/** Keeps a value; where the browser is full or forbids storage, it stands on the page alone. */
export function keepTyped(place: string, value: unknown): void {
  remember(place, JSON.stringify(value))
}

export function dropTyped(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // a browser that forbids storage keeps nothing
  }
}

/** Takes everything that a person typed off this browser: whoever signs out leaves nothing that others could read. */
export function eraseTyped(userId: string | null): void {
  try {
    const mine = Object.values(namespaces).map((namespace) => `${namespace}:${userId ?? ''}:`)
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    for (const name of names) if (mine.some((prefix) => name.startsWith(prefix))) localStorage.removeItem(name)
  } catch {
    // a browser that forbids storage keeps nothing
  }
}
