import { setImmediate as pause } from 'node:timers/promises'
import { type AnalysisOptions, analyseSteps } from '../domain/measure/report/analyse.ts'
import { fork, networkOf, type Snapshot } from '../domain/snapshot.ts'
import type { Store } from './store-contract.ts'

/** How long others wait for a slice of an analysis, where its steps are that short. */
const sliceMs = 10

/** Answers that are kept for each store: as many revisions and questions as are asked at the same time. */
const mostKept = 8

/** What an analysis is about, and whether dates are asked for. */
type About = Pick<AnalysisOptions, 'goalId' | 'focalNodeId' | 'cycleId' | 'dates'>

const kept = new WeakMap<Store, Map<string, Promise<string>>>()

/** What an analysis depends on, as an ETag: the revision and what it is about. */
export function analysisTag(snapshot: Snapshot, { goalId, focalNodeId, cycleId, dates }: About): string {
  const about = [networkOf(snapshot).id, snapshot.revision, cycleId, goalId, focalNodeId, ...(dates ? ['dates'] : [])].map((part) =>
    encodeURIComponent(part ?? '-'),
  )
  return `"${about.join('/')}"`
}

/** Computes in slices, so that other requests are answered meanwhile; on a copy, because the snapshot of the store moves on. */
async function compute(snapshot: Snapshot, about: About): Promise<string> {
  const steps = analyseSteps(fork(snapshot), about)
  for (let since = performance.now(); ; ) {
    const step = steps.next()
    if (step.done) return JSON.stringify(step.value)
    if (performance.now() - since < sliceMs) continue
    await pause()
    since = performance.now()
  }
}

/** The analysis of a snapshot as JSON: computed once, whoever asks, and kept while others ask for few other things. */
export function analysisOf(store: Store, snapshot: Snapshot, about: About): Promise<string> {
  const answers = kept.get(store) ?? new Map<string, Promise<string>>()
  kept.set(store, answers)
  const tag = analysisTag(snapshot, about)
  const answer = answers.get(tag) ?? compute(snapshot, about)
  answers.delete(tag)
  answers.set(tag, answer)
  answer.catch(() => answers.delete(tag))
  for (const old of answers.keys()) {
    if (answers.size <= mostKept) break
    answers.delete(old)
  }
  return answer
}
