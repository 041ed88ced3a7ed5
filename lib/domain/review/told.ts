import { type Change, isSame } from '../change.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'

const decided = { accepted: 'Accepted', declined: 'Declined', withdrawn: 'Withdrew' } as const

function isDecided(state: unknown): state is keyof typeof decided {
  return typeof state === 'string' && Object.hasOwn(decided, state)
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** The name of a node before or after the changes. */
function nodeName(snapshot: Snapshot, changes: readonly Change[], id: string): string {
  const now = find(snapshot, 'node', id)
  const change = changes.find((each) => each.entity === 'node' && each.id === id)
  return (now && nameOf(now)) ?? text(change?.before?.['name']) ?? text(change?.after?.['name']) ?? 'a node'
}

function proposalTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  const change = changes.find(({ entity, before, after }) => entity === 'proposal' && before !== null && after !== null && 'state' in after)
  const state = change?.after?.['state']
  if (!change || !isDecided(state)) return null
  const proposal = find(snapshot, 'proposal', change.id)
  return `${decided[state]} the proposal “${proposal ? nameOf(proposal) : change.id}”`
}

const nodeFields = ['nodeId', 'fromNodeId', 'toNodeId', 'supplierNodeId', 'subjectId'] as const

/** Where records that lived on one node live after the changes: the last place that one of them went to. */
function movesOf(changes: readonly Change[]): ReadonlyMap<string, string> {
  const moves = new Map<string, string>()
  for (const { before, after } of changes) {
    if (before === null || after === null) continue
    for (const field of nodeFields) {
      const [from, to] = [text(before[field]), text(after[field])]
      if (from !== null && to !== null && !isSame(from, to)) moves.set(from, to)
    }
  }
  return moves
}

function nodesOf(changes: readonly Change[], side: 'before' | 'after'): readonly string[] {
  return changes.filter((change) => change.entity === 'node' && change[side] === null).map(({ id }) => id)
}

function mergeTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  const moves = movesOf(changes)
  const gone = nodesOf(changes, 'after').filter((id) => moves.has(id))
  const [into] = gone.flatMap((id) => moves.get(id) ?? [])
  if (into === undefined) return null
  const names = gone.map((id) => `“${nodeName(snapshot, changes, id)}”`)
  return `Merged ${names.slice(0, 2).join(', ')}${names.length > 2 ? ` and ${names.length - 2} more` : ''} into “${nodeName(snapshot, changes, into)}”`
}

function splitTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  const made = new Set(nodesOf(changes, 'before'))
  const [old] = [...movesOf(changes)].flatMap(([from, to]) => (made.has(to) ? [from] : []))
  if (old === undefined) return null
  const names = [...made].map((id) => `“${nodeName(snapshot, changes, id)}”`)
  return `Split ${names.slice(0, 2).join(', ')}${names.length > 2 ? ` and ${names.length - 2} more` : ''} off “${nodeName(snapshot, changes, old)}”`
}

/**
 * What a change set did to the nodes where a plan is what it is about: a proposal decided, nodes merged or split.
 *
 * @returns null for every other change set; names of nodes and titles only, never of people
 * Cost O(changes). Spec: RV58.
 */
export function reviewTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  return proposalTold(snapshot, changes) ?? mergeTold(snapshot, changes) ?? splitTold(snapshot, changes)
}
