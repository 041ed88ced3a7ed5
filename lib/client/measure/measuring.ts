import type { AnalysisOptions } from '../../domain/measure/report/analyse.ts'
import { measureParts, partCount } from '../../domain/measure/report/parts.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { MeasureReply } from './protocol.ts'

/** What a run may use of the place in which it runs. */
export type Workplace = {
  readonly nowMs: () => number
  readonly post: (reply: MeasureReply) => void
  /** lets messages in */
  readonly pause: () => Promise<void>
  /** whether the answer is still waited for */
  readonly isWanted: (run: number) => boolean
}

/** How long a run goes on before it lets messages in, how long nothing is said of its progress, and how often it is said then. */
const [sliceMs, silentMs, everyMs] = [16, 200, 100]

/** What is to be measured. */
export type Job = { readonly run: number; readonly network: Snapshot; readonly options: AnalysisOptions }

async function run({ run: id, network, options }: Job, { nowMs, post, pause, isWanted }: Workplace): Promise<void> {
  const start = nowMs()
  let [slice, said, parts] = [start, start + silentMs - everyMs, 0]
  for (const event of measureParts(network, options)) {
    if (event.kind === 'part') {
      post({ kind: 'part', run: id, part: event.part })
      parts += 1
    }
    const now = nowMs()
    if (now - said >= everyMs && parts < partCount) {
      post({ kind: 'progress', run: id, share: (parts + (event.kind === 'share' ? event.share : 0)) / partCount })
      said = now
    }
    if (now - slice < sliceMs) continue
    await pause()
    if (!isWanted(id)) return
    slice = nowMs()
  }
  post({ kind: 'done', run: id })
}

/**
 * Computes all measures, says each as soon as it is there, tells how far it is where that takes longer than 200 ms, and stops when
 * nobody waits for it any more. What fails is told, not thrown.
 */
export async function runMeasures(job: Job, place: Workplace): Promise<void> {
  try {
    await run(job, place)
  } catch (error) {
    place.post({ kind: 'failed', run: job.run, message: error instanceof Error ? error.message : String(error) })
  }
}
