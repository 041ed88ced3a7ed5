import { api } from '../../contract/api.ts'
import type { Cycle, Ritual } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { newId } from '../../domain/ids.ts'
import { assess } from '../../domain/okr/assess.ts'
import { sentenceText } from '../../domain/plan/sentence.ts'
import { openRitual } from '../../domain/ritual/phases.ts'
import { commitSentence } from '../../domain/ritual/plan/commit-sentence.ts'
import { commitStateOn } from '../../domain/ritual/plan/commit-state.ts'
import type { Finding, FreshId } from '../../domain/ritual/plan/fit/finding.ts'
import { fitFindings } from '../../domain/ritual/plan/fit/findings.ts'
import { readiness } from '../../domain/ritual/plan/readiness.ts'
import { baselineOf } from '../../domain/ritual/plan/since/baseline.ts'
import { sinceBaseline } from '../../domain/ritual/plan/since/since.ts'
import { get, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import { type Route, route } from './context.ts'

const { planning } = api

function findingOf({ sentence, fixes, ...rest }: Finding, freshId: FreshId) {
  return {
    ...rest,
    sentence: sentenceText(sentence),
    fixes: fixes.map(({ calls, ...fix }) => ({ ...fix, commands: calls(fix.suggested, freshId) })),
  }
}

/** The session that is named, which has to plan the cycle; else the one that is open for it. */
function sessionOf(snapshot: Snapshot, cycle: Cycle, asked: string | undefined): Ritual | null {
  if (asked === undefined) return openRitual(snapshot, { kind: 'plan', cycleId: cycle.id, nodeId: null }) ?? null
  const ritual = get(snapshot, 'ritual', asked)
  if (ritual.kind === 'plan' && ritual.cycleId === cycle.id) return ritual
  const remedy = 'Name a session of planning of this cycle, or leave it out.'
  throw new DomainError('VALIDATION', `“${ritual.title}” does not plan “${cycle.name}”. ${remedy}`, {
    faults: [{ path: 'ritual', message: 'plans another cycle, or none', remedy }],
  })
}

function baselineMark(snapshot: Snapshot, cycle: Cycle, asked: string | undefined) {
  const mark = asked === undefined ? baselineOf(snapshot, cycle.id) : get(snapshot, 'mark', asked)
  if (mark) return mark
  throw new DomainError('NOT_FOUND', `No plan of “${cycle.name}” has been committed yet. Commit one, or name a snapshot to compare with.`, {
    entity: 'mark',
    cycleId: cycle.id,
  })
}

function said<T extends { readonly sentence: Parameters<typeof sentenceText>[0] }>({ sentence, ...rest }: T) {
  return { ...rest, sentence: sentenceText(sentence) }
}

/** What the domain makes of the plan of a cycle. */
export const planningRoutes: readonly Route[] = [
  route(planning.read, async ({ store, params, query, now, uuid }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    const cycle = get(snapshot, 'cycle', params.id)
    const on = query.on ?? dayIn(networkOf(snapshot).timeZone, now)
    const ritualId = sessionOf(snapshot, cycle, query.ritual)?.id ?? null
    const options = { ritualId, ...(query.most === undefined ? {} : { maxPromisesOut: query.most }) }
    const findings = fitFindings(snapshot, assess(snapshot, { today: on, cycleId: cycle.id }), options)
    const commit = commitStateOn(snapshot, { id: ritualId, cycleId: cycle.id }, on)
    return {
      revision: snapshot.revision,
      on,
      cycleId: cycle.id,
      ritualId,
      nodes: readiness(snapshot, { cycleId: cycle.id, today: on }),
      findings: findings.map((each) => findingOf(each, (entity) => newId(entity, uuid()))),
      commit: { ...commit, sentence: commitSentence(commit) },
    }
  }),
  route(planning.since, async ({ store, params, query, now }) => {
    const networkId = await store.resolve(params.network)
    const snapshot = await store.read(networkId)
    const cycle = get(snapshot, 'cycle', params.id)
    const mark = baselineMark(snapshot, cycle, query.mark)
    const on = query.on ?? dayIn(networkOf(snapshot).timeZone, now)
    const since = sinceBaseline(await store.snapshotAt(networkId, mark.revision), snapshot, { cycleId: cycle.id, today: on })
    return {
      revision: snapshot.revision,
      on,
      cycleId: cycle.id,
      markId: mark.id,
      baseline: mark.revision,
      lead: since.lead,
      counts: since.counts,
      keyResults: since.keyResults.map(said),
      promises: since.promises.map(said),
    }
  }),
]
