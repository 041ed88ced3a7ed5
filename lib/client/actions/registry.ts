import { observable } from '../observable.ts'
import type { Action, Scope } from './action.ts'

export type Handler = { readonly action: Action; readonly run: () => void }

/** The actions that can be done now, latest mounted last. */
export const handlers = observable<readonly Handler[]>([])

export function addHandler(handler: Handler): () => void {
  handlers.set([...handlers.get(), handler])
  return () => handlers.set(handlers.get().filter((each) => each !== handler))
}

/** Runs an action if something on the screen handles it; says whether it did. */
export function runAction(id: string): boolean {
  const handler = handlers.get().findLast(({ action }) => action.id === id)
  handler?.run()
  return handler !== undefined
}

/** What a chord does in these scopes, innermost first; `prefix` where it only begins a longer one. */
export function resolve(list: readonly Handler[], inScopes: readonly Scope[], typed: string): Handler | 'prefix' | null {
  for (const scope of inScopes) {
    const here = list.filter(({ action }) => action.scope === scope)
    const exact = here.findLast(({ action }) => action.keys?.includes(typed))
    if (exact) return exact
  }
  const isPrefix = list.some(({ action }) => inScopes.includes(action.scope) && action.keys?.some((keys) => keys.startsWith(`${typed} `)))
  return isPrefix ? 'prefix' : null
}

/**
 * The first key of longer chords such as `g w`, of which a part of the screen has made a key of its own: with Shift it begins them all the
 * same. Null where the press is no such key. Spec: TO12.
 */
export function shiftedPrefix(list: readonly Handler[], inScopes: readonly Scope[], typed: string): string | null {
  const [, letter] = /^shift\+([a-z])$/.exec(typed) ?? []
  return letter !== undefined && inScopes.includes('global') && resolve(list, ['global'], letter) === 'prefix' ? letter : null
}
