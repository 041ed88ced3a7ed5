import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { reportRevisions } from '../../contract/history-schemas.ts'
import { dayEnd, dayStart } from '../../domain/history/day-bounds.ts'
import { structuralEntities } from '../../domain/history/structural.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { type ReasonKind, reasonKinds } from '../../domain/vocabulary.ts'
import type { Executor } from '../executor.ts'
import { toSet } from '../load.ts'
import { entryOf, structureOf, weigh } from './entries.ts'

export type Range = { readonly from: string; readonly to: string }

type Group = {
  readonly kind: ReasonKind | null
  readonly changeSets: number
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly revisions: readonly number[]
}

export type Report = Range & { readonly groups: readonly Group[] }

type Structural = { readonly revision: number; readonly added: number; readonly changed: number; readonly removed: number }

const stride = 200
const newest = 2_147_483_647

type Part = { readonly networkId: string; readonly from: Date; readonly to: Date; readonly before: number }

type Read = { readonly found: readonly Structural[]; readonly next: number | null }

function* readPart(statements: Statements, part: Part): Steps<Read> {
  const rows = yield* ask(statements.historyPage(['from', 'to', 'structural'], 0), { ...part, limit: stride })
  const weighed = yield* weigh(
    statements,
    part.networkId,
    rows.map(({ revision }) => revision),
  )
  const found = rows.flatMap((row) => {
    const own = weighed.get(row.revision)
    if (!own || !entryOf(toSet(row, []), own).isStructural) return []
    return [{ revision: row.revision, ...structureOf(own, structuralEntities) }]
  })
  return { found, next: rows.length < stride ? null : (rows.at(-1)?.revision ?? null) }
}

function groupOf(kind: ReasonKind | null, sets: readonly Structural[]): Group {
  const total = (of: 'added' | 'changed' | 'removed') => sets.reduce((sum, each) => sum + each[of], 0)
  const revisions = sets.slice(0, reportRevisions).map(({ revision }) => revision)
  return { kind, changeSets: sets.length, added: total('added'), changed: total('changed'), removed: total('removed'), revisions }
}

/** What changed the structure between two days, by why: with a reason inside, with one outside, with none. */
export async function reportHistory({ ask: run, statements }: Executor, networkId: string, snapshot: Snapshot, range: Range): Promise<Report> {
  const { timeZone } = networkOf(snapshot)
  const bounds = { networkId, from: new Date(dayStart(timeZone, range.from)), to: new Date(dayEnd(timeZone, range.to)) }
  const found: Structural[] = []
  let before: number | null = newest
  while (before !== null) {
    const part: Part = { ...bounds, before }
    const read: Read = await run(() => readPart(statements, part))
    found.push(...read.found)
    before = read.next
  }
  const kindByRevision = new Map([...snapshot.tables.reason.values()].map(({ revision, kind }) => [revision, kind]))
  const byKind = Map.groupBy(found, ({ revision }) => kindByRevision.get(revision) ?? null)
  return { ...range, groups: [...reasonKinds, null].map((kind) => groupOf(kind, byKind.get(kind) ?? [])) }
}
