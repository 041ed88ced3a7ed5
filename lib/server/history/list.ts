import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { HistoryFilter } from '../../../db/statements/past.ts'
import type { HistoryEntry, HistoryQuery } from '../../contract/history-schemas.ts'
import { dayEnd, dayStart } from '../../domain/history/day-bounds.ts'
import type { Executor } from '../executor.ts'
import { toSet } from '../load.ts'
import { withNames } from '../privacy/vault.ts'
import { entryOf, listValues, sizeOf, weigh } from './entries.ts'

/** What to list of which network; `onNode` are the ids of what lives on the node that was asked for. */
export type Listing = {
  readonly networkId: string
  readonly timeZone: string | null
  readonly query: HistoryQuery
  readonly onNode: readonly string[] | null
}

export type HistoryPage = { readonly entries: readonly HistoryEntry[]; readonly next: number | null }

const newest = 2_147_483_647

/** The filters that a query asks for. */
function filtersOf({ from, to, actor, command, entity, record, structural, reason }: HistoryQuery): HistoryFilter[] {
  const given: readonly (readonly [HistoryFilter, boolean])[] = [
    ['from', from !== undefined],
    ['to', to !== undefined],
    ['actor', actor !== undefined],
    ['command', command !== undefined],
    ['entity', entity !== undefined],
    ['record', record !== undefined],
    ['structural', structural === 'true'],
    ['explained', reason !== undefined && reason !== 'none'],
    ['unexplained', reason === 'none'],
  ]
  return given.flatMap(([name, isGiven]) => (isGiven ? [name] : []))
}

/** The tokens of a person sign as `person/token`. */
function actorValues(actor: string | undefined) {
  return actor === undefined ? {} : { actor, actorFrom: `${actor}/`, actorBefore: `${actor}0` }
}

function valuesOf({ networkId, timeZone, query, onNode }: Listing) {
  const { from, to, command, entity, record, reason } = query
  return {
    networkId,
    ...(from !== undefined && { from: new Date(dayStart(timeZone, from)) }),
    ...(to !== undefined && { to: new Date(dayEnd(timeZone, to)) }),
    ...actorValues(query.actor),
    ...{ command, entity, record, reason },
    ...(onNode && listValues(onNode)),
  }
}

type Part = { readonly before: number; readonly limit: number }

/** Change sets before a revision that the database lets through, newest first; where structure is asked for, some may not be of it. */
function* readPart(statements: Statements, listing: Listing, { before, limit }: Part): Steps<readonly HistoryEntry[]> {
  const { networkId, query, onNode } = listing
  const page = statements.historyPage(filtersOf(query), sizeOf(onNode?.length ?? 0))
  const rows = yield* ask(page, { ...valuesOf(listing), before, limit })
  const sets = yield* withNames(
    statements,
    networkId,
    rows.map((row) => toSet(row, [])),
  )
  const weighed = yield* weigh(
    statements,
    networkId,
    sets.map(({ revision }) => revision),
  )
  return sets.map((set) => entryOf(set, weighed.get(set.revision) ?? { tallies: [], edits: [] }))
}

/** The change sets that pass every filter, newest first, a page at a time. Ordered by revision, never by time. */
export async function listHistory({ ask: run, statements }: Executor, listing: Listing): Promise<HistoryPage> {
  const { query, onNode } = listing
  if (onNode?.length === 0) return { entries: [], next: null }
  const found: HistoryEntry[] = []
  let before: number | null = query.before ?? newest
  while (before !== null && found.length <= query.limit) {
    const part: Part = { before, limit: query.limit + 1 }
    const entries: readonly HistoryEntry[] = await run(() => readPart(statements, listing, part))
    found.push(...entries.filter(({ isStructural }) => isStructural || query.structural === undefined))
    before = entries.length > query.limit ? (entries.at(-1)?.revision ?? null) : null
  }
  const entries = found.slice(0, query.limit)
  return { entries, next: found.length > query.limit ? (entries.at(-1)?.revision ?? null) : null }
}
