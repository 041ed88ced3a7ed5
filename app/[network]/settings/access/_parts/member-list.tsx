'use client'
import { useCallback, useEffect, useState } from 'react'
import { dayOf } from '../../../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { useList } from '../../../../../lib/client/use-list.ts'
import { useCan } from '../../../../../lib/client/who.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import type { Member } from '../../../../../lib/contract/members.ts'
import { participationsOf } from '../../../../../lib/domain/own-nodes.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import type { Role } from '../../../../../lib/domain/vocabulary.ts'
import rows from '../../../../components/settings/rows.module.css'
import { Chip } from '../../../../components/ui/chip.tsx'
import { Part } from '../../_parts/part.tsx'
import { MemberMenu } from './member-menu.tsx'
import { RoleMenu } from './role-menu.tsx'

/** The nodes of a member in a few words: “leads Talent, Brand and 2 more”. */
function usePlaces(): (personId: string) => string {
  const { snapshot, today } = useNetwork()
  return (personId) => {
    const parts = participationsOf(snapshot, personId, today).filter(({ tier }) => tier !== 'resonance')
    const names = parts
      .toSorted((a, b) => Number(b.tier === 'lead') - Number(a.tier === 'lead'))
      .map(({ nodeId, tier }) => `${tier === 'lead' ? 'leads ' : ''}${find(snapshot, 'node', nodeId)?.name ?? ''}`)
    if (names.length === 0) return 'takes part in no node'
    return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')
  }
}

/** The people who can sign in to the network. */
export function MemberList() {
  const { slug, me, askWho } = useNetwork()
  const manages = useCan('manage')
  const params = { network: slug }
  const read = useCallback(
    () =>
      request<typeof api.members.list>({ method: 'GET', path: '/networks/{network}/members' }, { params: { network: slug } }).then(
        ({ items }) => items,
      ),
    [slug],
  )
  const { items, refresh, run } = useList(read)
  const places = usePlaces()
  const [leaving, setLeaving] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another member, or another role, is heard of by `me`
  useEffect(refresh, [me.members])
  const change = (member: Member, role: Role) =>
    run(async () => {
      await request<typeof api.members.change>(
        { method: 'PATCH', path: '/networks/{network}/members/{personId}' },
        { params: { ...params, personId: member.personId }, body: { role } },
      )
      askWho()
    }, `${member.name} is ${role} now.`)
  const remove = ({ personId, name, isYou }: Member) =>
    run(async () => {
      setLeaving(isYou)
      if (isYou) await request<typeof api.members.leave>({ method: 'POST', path: '/networks/{network}/leave' }, { params })
      else
        await request<typeof api.members.remove>(
          { method: 'DELETE', path: '/networks/{network}/members/{personId}' },
          { params: { ...params, personId } },
        )
      if (isYou) window.location.assign('/?all')
      askWho()
    }, `${name} cannot sign in to this network any more.`)
  return (
    <Part id="members" title="Members" hint="Who can sign in here. A role holds at once, for open pages too.">
      <ul className={rows['rows']} aria-label="Members" aria-busy={items === null || leaving}>
        {(items ?? []).map((member) => (
          <li key={member.personId}>
            <span className={rows['who']}>
              <strong>{member.name}</strong> {member.isYou && <Chip tone="accent">you</Chip>} {member.isDisabled && <Chip>account disabled</Chip>}
              <small>
                {member.email ? `${member.email} · ` : ''}
                {places(member.personId)} · since {dayOf(member.joinedAt)}
              </small>
            </span>
            <RoleMenu member={member} isFixed={!manages} choose={(role) => change(member, role)} />
            {(manages || member.isYou) && <MemberMenu member={member} remove={() => remove(member)} refresh={refresh} />}
          </li>
        ))}
      </ul>
    </Part>
  )
}
