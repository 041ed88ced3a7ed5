import type { Assessment } from '../../../lib/domain/okr/assessment.ts'
import { listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { counted } from '../graph/words.ts'
import { outsideText } from '../health/outside-text.ts'

/** What the cycle in view adds up to, in one line: “18 nodes · 46 key results · 6 blocked · 2 late · 8 of 12 needs promised · 1 of 3 health metrics not green”. */
export function takeawayOf(snapshot: Snapshot, { network }: Assessment): string {
  const { counts, coverage } = network
  const asked = coverage.promised + coverage.open + coverage.refused
  const parts = [
    counted(snapshot.tables.node.size, 'node'),
    network.keyResults > 0 ? counted(network.keyResults, 'key result') : null,
    counts.blocked > 0 ? `${counts.blocked} blocked` : null,
    counts.late > 0 ? `${counts.late} late` : null,
    asked > 0 ? `${coverage.promised} of ${counted(asked, 'need')} promised` : null,
    outsideText(listOf(snapshot, 'healthMetric')),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
