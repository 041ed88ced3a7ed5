'use client'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Person } from '../../../../lib/domain/entity.ts'
import { nodesServedOn } from '../../../../lib/domain/people/participations.ts'
import { type Party, peopleOf } from '../../../../lib/domain/people/party.ts'
import { find, get, listOf } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../../components/graph/words.ts'
import { Chip } from '../../../components/ui/chip.tsx'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { WhatIfDoor } from '../../../components/what-if/door.tsx'
import { NamePlaceholder } from './name-placeholder.tsx'
import { ParticipationLine } from './participation-line.tsx'
import { PartyName } from './party-name.tsx'
import styles from './people.module.css'

type Props = { readonly on: string; readonly keeps: (words: string) => boolean }

/** Every person and team with the nodes in which they take part on a day. Those not known by name stand first: they wait for one. */
export function ByPerson({ on, keeps }: Props) {
  const { snapshot } = useNetwork()
  const people = listOf(snapshot, 'person').filter(({ name }) => keeps(name))
  const ordered = people.toSorted((a, b) => Number(b.isPlaceholder) - Number(a.isPlaceholder) || a.name.localeCompare(b.name, 'en'))
  const teams = listOf(snapshot, 'team').filter(({ name }) => keeps(name))
  return (
    <div className={styles['areas']}>
      {teams.length > 0 && (
        <section aria-labelledby="people-teams">
          <h2 id="people-teams" className={styles['areaName']}>
            Teams
          </h2>
          <ul className={styles['cards']}>
            {teams.map(({ id, name }) => (
              <TeamCard key={id} party={{ kind: 'team', id, name }} on={on} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="people-people">
        <h2 id="people-people" className={styles['areaName']}>
          People
        </h2>
        {ordered.length === 0 && <p className={styles['quiet']}>Nobody here yet. Add somebody to a node.</p>}
        <ul className={styles['cards']}>
          {ordered.map((person) => (
            <PersonCard key={person.id} person={person} on={on} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Served({ party, on }: { readonly party: Party; readonly on: string }) {
  const { snapshot } = useNetwork()
  const served = nodesServedOn(snapshot, party, on)
  if (served.length === 0) return <p className={styles['quiet']}>Takes part nowhere on this day.</p>
  return (
    <>
      <ul className={styles['tier']}>
        {served.flatMap(({ nodeId, by }) =>
          by.map((participation) => {
            const node = find(snapshot, 'node', nodeId)?.name ?? ''
            const isOwn = party.kind === 'team' ? participation.teamId === party.id : participation.personId === party.id
            const by2 = participation.teamId
              ? find(snapshot, 'team', participation.teamId)?.name
              : find(snapshot, 'person', participation.personId)?.name
            return (
              <ParticipationLine key={participation.id} participation={participation} name={`${party.name} in ${node}`} showsTier>
                <span>
                  {node}
                  {!isOwn && by2 && <em> through {by2}</em>}
                </span>
              </ParticipationLine>
            )
          }),
        )}
      </ul>
      <WhatIfDoor door={{ without: party.kind, id: party.id }} label={`Without them? ${party.name}`} className={styles['way']}>
        Without them?
      </WhatIfDoor>
    </>
  )
}

function TeamCard({ party, on }: { readonly party: Party; readonly on: string }) {
  const { snapshot } = useNetwork()
  const members = peopleOf(snapshot, party.id)
  return (
    <li className={styles['card']}>
      <h3>
        <PartyName party={party} />
      </h3>
      <p className={styles['quiet']}>
        {members.length === 0 ? 'No people yet.' : `${counted(members.length, 'person', 'people')}: ${members.map(({ name }) => name).join(', ')}`}
      </p>
      <Served party={party} on={on} />
    </li>
  )
}

function PersonCard({ person, on }: { readonly person: Person; readonly on: string }) {
  return (
    <li className={styles['card']} data-placeholder={person.isPlaceholder || undefined}>
      <h3>
        <PartyName party={{ kind: 'person', id: person.id, name: person.name }} />
      </h3>
      {person.isPlaceholder && <NamePlaceholder person={person} />}
      <Teams person={person} />
      <Served party={{ kind: 'person', id: person.id, name: person.name }} on={on} />
    </li>
  )
}

/** The teams of a person, as chips; one more by a press. */
function Teams({ person }: { readonly person: Person }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const may = useMay('person', person)
  const set = (teamIds: Person['teamIds']) => void mutate([call('person.update', { id: person.id, set: { teamIds } })])
  const others = listOf(snapshot, 'team').filter(({ id }) => !person.teamIds.includes(id))
  if (person.teamIds.length === 0 && (!may || others.length === 0)) return null
  const join = (id: string | null) => {
    if (id !== null) set([...person.teamIds, get(snapshot, 'team', id).id])
  }
  return (
    <div className={styles['teams']}>
      {person.teamIds.map((id) => {
        const name = find(snapshot, 'team', id)?.name ?? ''
        return (
          <Chip
            key={id}
            {...(may ? { onRemove: () => set(person.teamIds.filter((each) => each !== id)), removeLabel: `Take ${person.name} out of ${name}` } : {})}
          >
            {name}
          </Chip>
        )
      })}
      {may && others.length > 0 && (
        <Combobox
          label={`Team of ${person.name}`}
          value={null}
          placeholder="+ team"
          isQuiet
          options={others.map(({ id, name }) => ({ id, label: name }))}
          onChange={join}
        />
      )}
    </div>
  )
}
