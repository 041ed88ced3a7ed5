import type { Dependency, KeyResult, Objective, Tally } from '../../entity.ts'
import { valueText } from '../../history/value-text.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { personToken } from '../../people/named-text.ts'
import { dayText } from '../../promise/day-words.ts'
import { historyOf } from '../../promise/stand.ts'
import { stateWords } from '../../promise/words.ts'
import { find, listOf, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { dayReader } from '../../time.ts'
import type { OutputSection } from '../output/output.ts'
import { isProvisional, needsOf, sidesOf, thingOf } from './needs.ts'
import { lastVote, othersOf } from './vote.ts'

function measureOf(snapshot: Snapshot, record: KeyResult): string {
  return valueText({ snapshot, entity: 'keyResult', record }, 'metric', record.metric) ?? ''
}

function planRow(snapshot: Snapshot, objective: Objective, keyResult: KeyResult, day: string): string[] {
  const ownerId = keyResult.ownerId ?? objective.ownerId
  const due = keyResult.dueOn === null ? '' : dayText(keyResult.dueOn, day)
  const final = isProvisional(snapshot, keyResult.id) ? 'not final until confirmed' : 'final'
  const owner = ownerId === null ? '' : personToken(ownerId)
  return [objective.title, keyResult.title, measureOf(snapshot, keyResult), owner, due, final]
}

/** What each node plans, one table for each, in the order of the areas and nodes. Cost O(key results). Spec: PL72. */
export function planSections(snapshot: Snapshot, cycleId: string | null, day: string): OutputSection[] {
  const nodes = listOf(snapshot, 'area').flatMap(({ id }) => referring(snapshot, 'node', 'areaId', id))
  return nodes.flatMap(({ id, name }): OutputSection[] => {
    const objectives = referring(snapshot, 'objective', 'nodeId', id).filter((each) => each.cycleId === cycleId)
    const rows = objectives.flatMap((objective) => {
      const keyResults = referring(snapshot, 'keyResult', 'objectiveId', objective.id)
      return keyResults.length === 0 ? [[objective.title, '', '', '', '', '']] : keyResults.map((each) => planRow(snapshot, objective, each, day))
    })
    if (rows.length === 0) return []
    return [{ id: `plan-${id}`, title: name, table: { columns: ['Objective', 'Key result', 'Measure', 'Owner', 'Due', 'State'], rows } }]
  })
}

/** Who agreed to a promise last, and when; blank where it came without its history. */
function agreedBy(snapshot: Snapshot, { id }: Dependency, day: string): [string, string] {
  const move = historyOf(snapshot, id).findLast(({ to, move: name }) => to === 'promised' && ['request', 'promise', 'accept', 'agree'].includes(name))
  if (!move) return ['', '']
  const on = dayReader(networkOf(snapshot).timeZone)(move.at)
  return [move.personId === null ? '' : personToken(move.personId), dayText(on, day)]
}

function promiseRow(snapshot: Snapshot, need: Dependency, day: string): string[] {
  const { consumer, supplier } = sidesOf(snapshot, need)
  const [giving, taking] = [find(snapshot, 'keyResult', need.supplierKeyResultId), find(snapshot, 'keyResult', need.consumerKeyResultId)]
  const on = need.promisedOn ?? need.neededOn
  const from = giving ? `${supplier}: ${giving.title}` : supplier
  const state = need.state === 'promised' ? [] : [stateWords[need.state]]
  const what = [need.what === '' ? thingOf(snapshot, need) : need.what, ...state].join(', ')
  return [what, from, `${consumer}: ${taking?.title ?? ''}`, on === null ? 'no day' : dayText(on, day), ...agreedBy(snapshot, need, day)]
}

/** What was promised: what, by whom, for whom, by when, who agreed, and when. Cost O(needs + moves). Spec: PL73. */
export function promiseSection(snapshot: Snapshot, cycleId: string | null, day: string): OutputSection {
  const promised = needsOf(snapshot, cycleId).filter(({ state }) => promiseClass(state) === 'promised')
  const base = { id: 'promises', title: `Promises (${promised.length})` }
  if (promised.length === 0) return { ...base, note: 'Nothing has been promised.' }
  const columns = ['What', 'From', 'For', 'By', 'Agreed by', 'Agreed on']
  return { ...base, table: { columns, rows: promised.map((need) => promiseRow(snapshot, need, day)) } }
}

function voteRow(name: string, { counts }: Pick<Tally, 'counts'>): string[] {
  return [name, ...counts.map((count) => (count === 0 ? '' : String(count)))]
}

/** The confidence vote as it fell, node by node, of the others and of all; the spread and no mean. Cost O(tallies). Spec: PL74. */
export function voteSections(snapshot: Snapshot, ritualId: string): OutputSection[] {
  const tallies = lastVote(snapshot, ritualId)
  const most = Math.max(0, ...tallies.map(({ counts }) => counts.length))
  if (most === 0) return []
  const nodes = new Map<string, number>(listOf(snapshot, 'node').map(({ id }, at) => [id, at]))
  const place = ({ nodeId }: Tally) => (nodeId === null ? nodes.size : (nodes.get(nodeId) ?? 0))
  const nameOf = ({ nodeId }: Tally) => (nodeId === null ? 'All' : (find(snapshot, 'node', nodeId)?.name ?? ''))
  const rows = tallies.toSorted((a, b) => place(a) - place(b)).map((tally) => voteRow(nameOf(tally), tally))
  const others = othersOf(tallies)
  if (others) rows.splice(-1, 0, voteRow('Others', others))
  const columns = ['Node', ...Array.from({ length: most }, (_, value) => String(value))]
  const padded = rows.map((row) => [...row, ...Array.from({ length: columns.length - row.length }, () => '')])
  return [{ id: 'vote', title: 'Confidence, 0 to 5', note: 'How many voted what.', table: { columns, rows: padded } }]
}
