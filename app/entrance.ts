import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type Cookies, codeOf, pathHeader, type Visitor, type WeftHandle, weftHandle } from '../lib/contract/handle.ts'

async function cookies(): Promise<Cookies> {
  return (await headers()).get('cookie')
}

/** Who looks at a page that is no part of a network. */
export async function visitor(): Promise<Visitor> {
  return weftHandle().visitor(await cookies())
}

/** Where somebody signs in, and comes back from to this page; on a server without an owner, where it gets one. */
async function signInAddress(): Promise<string> {
  const { kind } = await visitor()
  if (kind === 'unclaimed') return '/setup'
  const path = (await headers()).get(pathHeader) ?? '/'
  return path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}

/** Leads who has not signed in to the sign-in, from where one comes back to this page. */
export async function requireVisitor(): Promise<void> {
  const { kind } = await visitor()
  if (kind !== 'user') redirect(await signInAddress())
}

/** Asks the server for what a page shows, in the name of its visitor: without a session it leads to the sign-in, without a part to “not found”. */
export async function admitted<T>(ask: (handle: WeftHandle, cookies: Cookies) => Promise<T>): Promise<T> {
  try {
    return await ask(weftHandle(), await cookies())
  } catch (error) {
    const code = codeOf(error)
    if (code === 'UNAUTHENTICATED') redirect(await signInAddress())
    if (code === 'NOT_FOUND') notFound()
    throw error
  }
}
