import type { Steps } from '../../../db/query.ts'
import type { Change } from '../../domain/change.ts'
import { decideRestore } from '../../domain/history/restore.ts'
import type { EntityName } from '../../domain/ids.ts'
import { requireMayApply } from '../../domain/may-apply.ts'
import { todayIn } from '../../domain/own-nodes.ts'
import { summaryTemplate } from '../../domain/summary.ts'
import { type Outcome, type Work, write } from '../commit.ts'
import { readSet } from '../load.ts'
import { unknownRevision } from './snapshot-at.ts'

/** A record that the change set of a revision deleted. */
export type Restored = { readonly revision: number; readonly entity: EntityName; readonly id: string }

/** The record that was asked for is the one to name; moves of promises come along without a word. */
function restoredSummary({ state }: Work, changes: readonly Change[], id: string): string {
  const told = changes.filter(({ entity }) => entity !== 'promiseMove').toSorted((a, b) => Number(b.id === id) - Number(a.id === id))
  return `Restored ${summaryTemplate(state.snapshot, told).replace(/^Added /, '')}`
}

/** Brings a deleted record back as a new commit, where whoever asks may make each of its changes. */
export function* restoreSteps(work: Work, { revision, entity, id }: Restored): Steps<Outcome> {
  const { statements, state, ctx } = work
  const set = yield* readSet(statements, ctx.networkId, { revision })
  if (!set) throw unknownRevision(revision, state.snapshot.revision)
  const changes = decideRestore(state.snapshot, { entity, id, changes: set.changes, who: ctx.who })
  requireMayApply(state.snapshot, ctx.who, changes, todayIn(state.snapshot, ctx.now))
  return yield* write(work, { command: 'restore', undoOf: null, changes, summary: restoredSummary(work, changes, id) })
}
