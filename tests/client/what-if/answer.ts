import type { Question, WhatIfAnswer } from '../../../lib/client/what-if/protocol.ts'
import { finish } from '../../../lib/domain/measure/step.ts'
import { suppose } from '../../../lib/domain/measure/what-if/apply.ts'
import { compareWhatIf } from '../../../lib/domain/measure/what-if/compare.ts'
import type { WhatIfEdit } from '../../../lib/domain/measure/what-if/edit.ts'
import { lossSteps } from '../../../lib/domain/measure/what-if/losses.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'

export const today = '2027-02-20'

export function questionOf(edits: readonly WhatIfEdit[]): Question {
  return { edits, cycleId: 'cycle_q', today }
}

/** What a what-if about the goal of the golden network comes to, without a worker. */
export function answerTo(network: Snapshot, edits: readonly WhatIfEdit[]): WhatIfAnswer {
  const { snapshot, goneNodeIds, seconds, unfit } = suppose(network, edits, today)
  const options = { goneNodeIds, seconds, cycleId: 'cycle_q', today }
  const comparison = compareWhatIf(network, snapshot, { ...options, goalIds: ['K7'] })
  return {
    comparison,
    losses: finish(lossSteps(network, snapshot, { ...options, edits, goals: comparison.goals, rings: comparison.rings })),
    unfit,
  }
}
