import { useEffect, useState } from 'react'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { request } from '../../../../lib/client/request.ts'
import type { api } from '../../../../lib/contract/api.ts'

function read(token: string) {
  return request<typeof api.invitations.read>({ method: 'GET', path: '/invitations/{token}' }, { params: { token } })
}

export type Invitation = Awaited<ReturnType<typeof read>>
export type Read =
  | { readonly step: 'reading' }
  | { readonly step: 'over'; readonly why: string }
  | { readonly step: 'open'; readonly invitation: Invitation }

/** What an invitation is to; a link that is used, revoked or too old says so. */
export function useInvitation(token: string): Read {
  const [state, setState] = useState<Read>({ step: 'reading' })
  useEffect(() => {
    read(token).then(
      (invitation) => setState({ step: 'open', invitation }),
      (error: unknown) => setState({ step: 'over', why: messageOf(error) }),
    )
  }, [token])
  return state
}

type Body = { readonly name?: string; readonly email?: string; readonly password?: string }

/** Where somebody belongs in a network: by its address and the person that they are there. */
export type Place = { readonly network: string; readonly personId: string }

export async function accept(token: string, body: Body): Promise<Place> {
  const { network, personId } = await request<typeof api.invitations.accept>(
    { method: 'POST', path: '/invitations/{token}/accept' },
    { params: { token }, body },
  )
  return { network: network.slug ?? network.id, personId }
}

/** The address of somebody's own node on the map; of the network where there is none. To be asked once signed in. */
export async function addressOfOwn({ network, personId }: Place): Promise<string> {
  const query = { personId, limit: 1 }
  const found = await request<typeof api.participations.list>(
    { method: 'GET', path: '/networks/{network}/participations' },
    { params: { network }, query },
  ).catch(() => null)
  const own = found?.items[0]
  return own ? `/${network}/map?sel=node:${own.nodeId}` : `/${network}`
}
