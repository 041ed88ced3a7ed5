import { mayChange, speakersFor, speaksFor, type Who } from '../access.ts'
import type { Dependency } from '../entity.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { type Stand, type Turn, turnsFrom } from './machine.ts'
import { historyOf, nodesOfPromise, openingOf, standOf } from './stand.ts'

function mayAsk(snapshot: Snapshot, who: Who, { consumerKeyResultId }: Dependency, today: string): boolean {
  const keyResult = find(snapshot, 'keyResult', consumerKeyResultId)
  return keyResult !== undefined && mayChange(snapshot, who, { entity: 'keyResult', record: keyResult }, today)
}

/** Whoever asked or offered can take that back, also without speaking for the node. */
function isOpener(snapshot: Snapshot, { personId }: Who, { id }: Dependency): boolean {
  return personId !== null && openingOf(historyOf(snapshot, id))?.personId === personId
}

function mayTake(snapshot: Snapshot, who: Who, dependency: Dependency, today: string): (turn: Turn) => boolean {
  const nodes = nodesOfPromise(snapshot, dependency)
  const speaks = (side: keyof typeof nodes) => nodes[side] !== null && speaksFor(snapshot, who, nodes[side], today)
  return ({ row, side }) => {
    if (row.move === 'request') return mayAsk(snapshot, who, dependency, today) && (row.to === 'requested' || speaks('supplier'))
    return speaks(side) || (row.move === 'withdraw' && row.by === 'opener' && isOpener(snapshot, who, dependency))
  }
}

/** One turn for each move of a side: inside one node, who may promise at once does not have to ask. */
function withoutDetours(turns: readonly Turn[]): Turn[] {
  return turns.filter(({ row, side }, at) => turns.findIndex((other) => other.row.move === row.move && other.side === side) === at)
}

/** Every turn where a promise stands, and those of them that somebody may take. */
export type Turns = { readonly stand: Stand; readonly all: readonly Turn[]; readonly mine: readonly Turn[] }

/**
 * Who may do what with a promise now.
 *
 * @param today day in the network's time zone, on which participations have to hold
 * Cost O(rows + moves + participations of both nodes). Spec: PR1-PR4.
 */
export function turnsOf(snapshot: Snapshot, dependency: Dependency, who: Who, today: string): Turns {
  const stand = standOf(snapshot, dependency)
  const all = turnsFrom(stand)
  return { stand, all, mine: withoutDetours(all.filter(mayTake(snapshot, who, dependency, today))) }
}

/** The names of the people who can take a turn of a side, in list order; those whom nobody knows are left out. Cost that of `speakersFor`. */
export function namesOfSide(
  snapshot: Snapshot,
  dependency: Dependency,
  { side, who, today }: { side: Turn['side']; who: Who; today: string },
): string[] {
  const nodeId = nodesOfPromise(snapshot, dependency)[side]
  if (nodeId === null) return []
  return speakersFor(snapshot, who, nodeId, today).flatMap((id) => find(snapshot, 'person', id)?.name ?? [])
}
