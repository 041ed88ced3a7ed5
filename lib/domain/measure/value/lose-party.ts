import type { Participation } from '../../entity.ts'
import { holdsOn } from '../../own-nodes.ts'
import { participationsOn } from '../../people/participations.ts'
import { type Party, partyIn, peopleOf } from '../../people/party.ts'
import { listOf, type Snapshot } from '../../snapshot.ts'

/** What a node loses with a team or a person. */
export type PartyLoss = {
  readonly nodeId: string
  /** the participations that end */
  readonly lost: readonly Participation[]
  /** those that stay, leads first: who is still there */
  readonly staying: readonly Participation[]
  readonly losesLastLead: boolean
  /** nobody is left but single contributions */
  readonly losesEverybody: boolean
}

/** Who is gone with a party: its people, and every team that has people and none of them left. */
function goneWith(snapshot: Snapshot, { kind, id }: Pick<Party, 'kind' | 'id'>): (each: Participation) => boolean {
  const people = new Set<string>(kind === 'team' ? peopleOf(snapshot, id).map((person) => person.id) : [id])
  const isEmpty = (teamId: string) => {
    const members = peopleOf(snapshot, teamId)
    return members.length > 0 && members.every((person) => people.has(person.id))
  }
  const teams = new Set<string>(
    listOf(snapshot, 'team').flatMap((team) => ((kind === 'team' && team.id === id) || isEmpty(team.id) ? [team.id] : [])),
  )
  return ({ personId, teamId }) => (personId !== null && people.has(personId)) || (teamId !== null && teams.has(teamId))
}

function lossAt(snapshot: Snapshot, nodeId: string, day: string, isGone: (each: Participation) => boolean): PartyLoss {
  const all = participationsOn(snapshot, nodeId, day)
  const [lost, staying] = [all.filter(isGone), all.filter((each) => !isGone(each))]
  const leads = (list: readonly Participation[]) => list.some(({ tier }) => tier === 'lead')
  return {
    nodeId,
    lost,
    staying,
    losesLastLead: leads(lost) && !leads(staying),
    losesEverybody: lost.some(({ tier }) => tier !== 'resonance') && staying.every(({ tier }) => tier === 'resonance'),
  }
}

/**
 * What the nodes lose when a team or a person goes. A team takes its people along, with what they do in their own name; a person takes a
 * team along that has nobody else.
 *
 * @param day `YYYY-MM-DD`; only participations that hold then count
 * @returns the nodes that lose something, in list order; `losesLastLead` and `losesEverybody` say which of them to hand to `loseNodes`
 * Cost O(teams·people + participations). Spec: VN40-VN41.
 */
export function loseParty(snapshot: Snapshot, party: Pick<Party, 'kind' | 'id'>, day: string): readonly PartyLoss[] {
  const isGone = goneWith(snapshot, party)
  const touched = new Set(listOf(snapshot, 'participation').flatMap((each) => (holdsOn(each, day) && isGone(each) ? [each.nodeId] : [])))
  return listOf(snapshot, 'node').flatMap(({ id }) => (touched.has(id) ? [lossAt(snapshot, id, day, isGone)] : []))
}

/** Who takes part by participations, each once, in their order. Cost O(participations). */
export function partiesIn(snapshot: Snapshot, participations: readonly Participation[]): readonly Party[] {
  const parties = participations.flatMap((each) => partyIn(snapshot, each) ?? [])
  return [...new Map(parties.map((party) => [`${party.kind} ${party.id}`, party])).values()]
}
