import { useCallback, useEffect, useState } from 'react'
import { request } from '../../../lib/client/request.ts'
import type { api } from '../../../lib/contract/api.ts'

const route = { method: 'GET', path: '/session' } as const

function read() {
  return request<typeof api.account.session>(route)
}

export type Session = Awaited<ReturnType<typeof read>>

/** Who is signed in, with what, and how one can sign in here; null until the server has said. */
export function useSession(): { readonly session: Session | null; readonly refresh: () => void } {
  const [session, setSession] = useState<Session | null>(null)
  const refresh = useCallback(() => void read().then(setSession, () => undefined), [])
  useEffect(refresh, [refresh])
  return { session, refresh }
}
