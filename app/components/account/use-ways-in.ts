import { useEffect, useState } from 'react'
import { request } from '../../../lib/client/request.ts'
import type { api } from '../../../lib/contract/api.ts'

export type WaysIn = { readonly oidc: { readonly name: string } | null; readonly hasMail: boolean }

/** How one can sign in here besides e-mail and password; null until the server has said. */
export function useWaysIn(): WaysIn | null {
  const [ways, setWays] = useState<WaysIn | null>(null)
  useEffect(() => {
    request<typeof api.account.session>({ method: 'GET', path: '/session' }).then(
      ({ ways: { oidc }, hasMail }) => setWays({ oidc, hasMail }),
      () => setWays({ oidc: null, hasMail: false }),
    )
  }, [])
  return ways
}
