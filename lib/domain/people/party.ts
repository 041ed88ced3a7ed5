import type { Participation } from '../entity.ts'
import { DomainError } from '../error.ts'
import { find, listOf, referring, type Snapshot } from '../snapshot.ts'

/** Somebody who can take part in a node: a team or a person. */
export type Party = { readonly kind: 'team' | 'person'; readonly id: string; readonly name: string }

/**
 * The team or person with an id; where both have it, the team.
 *
 * @throws DomainError NOT_FOUND
 * Cost O(1).
 */
export function partyOf(snapshot: Snapshot, id: string): Party {
  const team = find(snapshot, 'team', id)
  if (team) return { kind: 'team', id, name: team.name }
  const person = find(snapshot, 'person', id)
  if (person) return { kind: 'person', id, name: person.name }
  throw new DomainError('NOT_FOUND', `There is no team and no person “${id}” in this network. It may have been deleted.`, { id })
}

/** Who takes part by a participation. Cost O(1). */
export function partyIn(snapshot: Snapshot, { teamId, personId }: Pick<Participation, 'teamId' | 'personId'>): Party | null {
  const team = find(snapshot, 'team', teamId)
  if (team) return { kind: 'team', id: team.id, name: team.name }
  const person = find(snapshot, 'person', personId)
  return person ? { kind: 'person', id: person.id, name: person.name } : null
}

/** The people of a team, in list order. Cost O(people). */
export function peopleOf(snapshot: Snapshot, teamId: string) {
  return listOf(snapshot, 'person').filter(({ teamIds }) => teamIds.some((id) => id === teamId))
}

function teamIdsOf(snapshot: Snapshot, { kind, id }: Pick<Party, 'kind' | 'id'>): readonly string[] {
  return kind === 'team' ? [id] : [...new Set(find(snapshot, 'person', id)?.teamIds)]
}

function personIdsOf(snapshot: Snapshot, { kind, id }: Pick<Party, 'kind' | 'id'>): readonly string[] {
  return kind === 'person' ? [id] : peopleOf(snapshot, id).map((person) => person.id)
}

/**
 * Every participation that ties somebody to a node, whenever: a person's own and those of the person's teams; a team's own and those of
 * its people.
 *
 * Cost O(people + participations found). Spec: PE10.
 */
export function tiesOf(snapshot: Snapshot, party: Pick<Party, 'kind' | 'id'>): readonly Participation[] {
  const byTeam = teamIdsOf(snapshot, party).flatMap((id) => referring(snapshot, 'participation', 'teamId', id))
  const byPerson = personIdsOf(snapshot, party).flatMap((id) => referring(snapshot, 'participation', 'personId', id))
  return [...byTeam, ...byPerson]
}
