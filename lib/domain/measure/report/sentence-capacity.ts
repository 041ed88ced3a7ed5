import { nodePart, words } from '../../plan/sentence.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import { askedNeeds } from '../value/asked-needs.ts'
import { capacities } from '../value/capacity.ts'
import { counted, inHundred, type Said, subjectsOf } from './said.ts'

/** From this share of the usual on, what is asked of a node is worth saying. */
const tooMuchFrom = 1.2

/**
 * Of whom more is asked than it usually gives: “Talent operations is asked for 140% of what it usually gives: 7 things, against 10 given in 2
 * cycles before.” Of several nodes the one with the largest share.
 *
 * @returns null where nobody is asked for a fifth more, or no cycle before shows what is usual
 * Cost that of `capacities`. Spec: OR42.
 */
export function capacitySentence(snapshot: Snapshot, cycleId: string | null): Said | null {
  if (cycleId === null || !find(snapshot, 'cycle', cycleId)) return null
  const [most] = capacities(snapshot, cycleId)
    .flatMap((each) => (each.use === null || each.use < tooMuchFrom ? [] : [{ ...each, use: each.use }]))
    .toSorted((a, b) => b.use - a.use)
  if (!most) return null
  const given = most.past.reduce((sum, each) => sum + each.given.count, 0)
  const asked = askedNeeds(snapshot).filter((need) => need.supplierNodeId === most.nodeId && need.cycleId === cycleId)
  const against = `${counted(most.asked.count, 'thing')}, against ${given} given in ${counted(most.past.length, 'cycle')} before.`
  return {
    key: 'capacity',
    sentence: [nodePart(snapshot, most.nodeId), words(` is asked for ${inHundred(most.use)}% of what it usually gives: ${against}`)],
    subjects: [
      ...subjectsOf('node', [most.nodeId]),
      ...subjectsOf(
        'dependency',
        asked.map(({ dependency }) => dependency.id),
      ),
    ],
  }
}
