'use client'
import { messageOf } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { showToast } from '../../../../../lib/client/toast.ts'
import { useCan, useMe } from '../../../../../lib/client/who.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Part } from '../../_parts/part.tsx'
import { InvitationList } from './invitation-list.tsx'
import { MemberList } from './member-list.tsx'

/** Who can sign in to the network, with which role, and who is on the way. */
export function AccessScreen() {
  const manages = useCan('manage')
  const me = useMe()
  return (
    <>
      <h1>People & access</h1>
      {me.personId === null && me.isInstanceOwner && <JoinPart />}
      <MemberList />
      {manages && <InvitationList />}
    </>
  )
}

/** For the owner of the server, who sees every network and takes part in none unasked. */
function JoinPart() {
  const { slug, askWho } = useNetwork()
  const join = () =>
    request<typeof api.members.join>({ method: 'POST', path: '/networks/{network}/join' }, { params: { network: slug } }).then(
      () => {
        askWho()
        showToast('You are an owner of this network now.')
      },
      (error: unknown) => showToast(messageOf(error), { tone: 'error' }),
    )
  return (
    <Part
      id="join"
      title="You are not a member"
      hint="You see this network because you own the server. To change something, join it: what you do is told as yours then."
    >
      <Button tone="primary" onClick={() => void join()}>
        Join as an owner
      </Button>
    </Part>
  )
}
