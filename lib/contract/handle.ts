import type { Me } from './me.ts'

/** A network as lists and pages show it. Plain data. */
export type NetworkSummary = {
  readonly id: string
  readonly slug: string | null
  readonly name: string
  readonly revision: number
  readonly source: string | null
  /** when it was created, UTC */
  readonly createdAt: string
  readonly counts: { readonly nodes: number; readonly objectives: number; readonly keyResults: number; readonly dependencies: number }
}

/** A network in the list of somebody: their own, or any of the server for its owner. */
export type ListedNetwork = NetworkSummary & { readonly isMember: boolean }

/** Who looks at a page: nobody can sign in yet; somebody who has not signed in; a user, or the program itself. */
export type Visitor =
  | { readonly kind: 'unclaimed' | 'stranger' }
  | { readonly kind: 'user'; readonly userId: string | null; readonly name: string; readonly email: string; readonly isInstanceOwner: boolean }

/** The cookies of a page's request; null where it has none. */
export type Cookies = string | null

/**
 * What the server gives to pages in the same process, each time for who asks. Next bundles its own copy of every module, so what crosses this
 * border is plain data, and an error is told by its `code`, never by `instanceof`: UNAUTHENTICATED where nobody has signed in, NOT_FOUND for
 * a network in which one has no part, exactly as for one that is not there.
 */
export type WeftHandle = {
  readonly visitor: (cookies: Cookies) => Promise<Visitor>
  /** one's own networks; all of them for the owner of the server */
  readonly networks: (cookies: Cookies) => Promise<readonly ListedNetwork[]>
  readonly network: (cookies: Cookies, idOrSlug: string) => Promise<NetworkSummary>
  readonly me: (cookies: Cookies, idOrSlug: string) => Promise<Me>
  /** the body of the snapshot endpoint as JSON text, to be sent with the first HTML */
  readonly snapshotJson: (cookies: Cookies, idOrSlug: string) => Promise<string>
}

/** The request header in which the server hands the path that was asked for to pages, so that signing in leads back to it. */
export const pathHeader = 'x-weft-path'

/** The request header in which the server hands the nonce of the Content-Security-Policy to the root layout. */
export const nonceHeader = 'x-weft-nonce'

const key = Symbol.for('weft.handle')

/** Puts the handle where pages find it. Called once, by the server. */
export function publishHandle(handle: WeftHandle): void {
  Reflect.set(globalThis, key, handle)
}

/** The handle, in a page or layout on the server. @throws Error where the page was not started by Weft's own server */
export function weftHandle(): WeftHandle {
  const handle: unknown = Reflect.get(globalThis, key)
  if (handle) return castHandle(handle)
  throw new Error('There is no Weft server in this process. Start the program with `npm start` or `npm run dev`, not with `next`.')
}

/** Guaranteed by `publishHandle`, the only writer of this symbol. */
function castHandle(handle: unknown): WeftHandle {
  return handle as WeftHandle
}

/** The code of an error that crossed the border; null for a bug. */
export function codeOf(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null
  return typeof code === 'string' ? code : null
}
