import { goalsInReach } from '../../domain/measure/chance/goal.ts'
import { suppose } from '../../domain/measure/what-if/apply.ts'
import { compareSteps } from '../../domain/measure/what-if/compare.ts'
import { lossSteps } from '../../domain/measure/what-if/losses.ts'
import { needGraph } from '../../domain/plan/graph.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Question, Step, WhatIfAnswer, WhatIfReply } from './protocol.ts'

/** What a run may use of the place in which it runs. */
export type Workplace = {
  readonly nowMs: () => number
  readonly post: (reply: WhatIfReply) => void
  /** lets messages in */
  readonly pause: () => Promise<void>
  /** whether the answer is still waited for */
  readonly isWanted: (run: number) => boolean
}

/** How long a run goes on before it lets messages in, how long nothing is said of its progress, and how often it is said then. */
const [sliceMs, silentMs, everyMs] = [16, 200, 100]

/** The goals are the larger part: each has its own closure, twice. */
const goalsShare = 0.6

type Told = { readonly share: number; readonly step: Step }

function* answerSteps(snapshot: Snapshot, { edits, cycleId, today }: Question): Generator<Told, WhatIfAnswer, undefined> {
  const { snapshot: supposed, goneNodeIds, seconds, unfit } = suppose(snapshot, edits, today)
  const comparing = compareSteps(snapshot, supposed, {
    goalIds: goalsInReach(snapshot, needGraph(snapshot, cycleId), cycleId),
    cycleId,
    today,
    goneNodeIds,
    seconds,
  })
  let compared = comparing.next()
  for (; !compared.done; compared = comparing.next()) yield { share: compared.value * goalsShare, step: 'the goals' }
  yield { share: goalsShare, step: 'every key result' }
  const losing = lossSteps(snapshot, supposed, {
    edits,
    goneNodeIds,
    seconds,
    cycleId,
    today,
    goals: compared.value.goals,
    rings: compared.value.rings,
  })
  let lost = losing.next()
  for (; !lost.done; lost = losing.next()) yield { share: goalsShare + lost.value * (1 - goalsShare), step: 'every key result' }
  return { comparison: compared.value, losses: lost.value, unfit }
}

type Job = { readonly run: number; readonly snapshot: Snapshot; readonly question: Question }

async function work({ run, snapshot, question }: Job, { nowMs, post, pause, isWanted }: Workplace): Promise<void> {
  const start = nowMs()
  let [slice, said] = [start, start + silentMs - everyMs]
  const steps = answerSteps(snapshot, question)
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    const now = nowMs()
    if (now - said >= everyMs) {
      post({ kind: 'progress', run, ...step.value })
      said = now
    }
    if (now - slice < sliceMs) continue
    await pause()
    if (!isWanted(run)) return
    slice = nowMs()
  }
  post({ kind: 'done', run, answer: step.value })
}

/**
 * Computes what would be otherwise, tells how far it is where that takes longer than 200 ms, and stops when nobody waits for it any more.
 * What fails is told, not thrown.
 */
export async function runWhatIf(job: Job, place: Workplace): Promise<void> {
  try {
    await work(job, place)
  } catch (error) {
    place.post({ kind: 'failed', run: job.run, message: error instanceof Error ? error.message : String(error) })
  }
}
