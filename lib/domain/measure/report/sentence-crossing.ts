import { nodePart, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { NodeDsmReport } from './node-dsm.ts'
import { counted, type Said, subjectsOf } from './said.ts'

/** From this many on, and from this share of all, what is asked of one node is worth saying. */
const [askedFrom, shareFrom] = [3, 0.25]

/** How much crosses: “9 of 12 needs cross from one node to another, 7 from one area to another.” @returns null where less than half does, as is usual. Cost O(1). Spec: OR32, OR45. */
export function crossingSentence({ nodes, areas, all }: { readonly nodes: number; readonly areas: number; readonly all: number }): Said | null {
  if (all === 0 || nodes * 2 < all) return null
  const text = `${nodes} of ${counted(all, 'need')} ${nodes === 1 ? 'crosses' : 'cross'} from one node to another, ${areas} from one area to another.`
  return { key: 'crossing', sentence: [words(text)], subjects: [] }
}

/**
 * Of whom most is asked: “40 of the 110 needs between nodes rest on Compiler.”
 *
 * @returns null where it is no large part
 * Cost O(marks). Spec: OR32.
 */
export function askedSentence(snapshot: Snapshot, { edges }: Pick<NodeDsmReport, 'edges'>): Said | null {
  const asked = new Map<string, number>()
  for (const { supplier, dependencies } of edges) asked.set(supplier, (asked.get(supplier) ?? 0) + dependencies)
  const all = [...asked.values()].reduce((sum, count) => sum + count, 0)
  const [most] = [...asked].toSorted(([, a], [, b]) => b - a)
  if (!most || most[1] < askedFrom || most[1] < all * shareFrom) return null
  const [id, count] = most
  return {
    key: 'asked',
    sentence: [words(`${count} of the ${all} needs between nodes rest on `), nodePart(snapshot, id), words('.')],
    subjects: subjectsOf('node', [id]),
  }
}

/**
 * How nodes can be walked in order: “In the best order 0 of the 9 needs between nodes point backwards; as the nodes stand, 8 do.”
 *
 * @returns null where no order has half as many of them or fewer
 * Cost O(1). Spec: OR32, OR45.
 */
export function orderSentence({ edges, feedbackMarksGivenOrder, minFeedbackMarks, minFeedbackMarksProven }: NodeDsmReport): Said | null {
  if (feedbackMarksGivenOrder === 0 || minFeedbackMarks * 2 > feedbackMarksGivenOrder) return null
  const best = minFeedbackMarksProven === false ? 'In a good order' : 'In the best order'
  const verb = minFeedbackMarks === 1 ? 'points' : 'point'
  const text = `${best} ${minFeedbackMarks} of the ${counted(edges.length, 'link')} between nodes ${verb} backwards; as the nodes stand, ${feedbackMarksGivenOrder} do.`
  return { key: 'sequence', sentence: [words(text)], subjects: [] }
}
