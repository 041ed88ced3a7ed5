import { nodePart, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import type { NodeDsmReport } from './node-dsm.ts'
import { counted, type Said, subjectsOf } from './said.ts'

/** From this many on, and from this share of all, what is asked of one node is worth saying. */
const [askedFrom, shareFrom] = [3, 0.25]

/** Of fewer it is not said how many. */
const leastTold = 3

/** How much crosses: “9 of 12 needs cross from one node to another, 7 from one area to another.” @returns null where less than half does, as is usual, or where there are fewer than three. Cost O(1). Spec: OR32, OR45. */
export function crossingSentence({ nodes, areas, all }: { readonly nodes: number; readonly areas: number; readonly all: number }): Said | null {
  if (all < leastTold || nodes * 2 < all) return null
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
 * How nodes can be gone through in order: “There is an order of the nodes in which each waits only for those before it. As they are listed, 8 of
 * the 9 links between them wait for a later one.”
 *
 * @returns null where fewer than three wait for a later one, or where no order has half as many of them or fewer
 * Cost O(1). Spec: OR32, OR45.
 */
export function orderSentence({ edges, feedbackMarksGivenOrder, minFeedbackMarks, minFeedbackMarksProven }: NodeDsmReport): Said | null {
  if (feedbackMarksGivenOrder < leastTold || minFeedbackMarks * 2 > feedbackMarksGivenOrder) return null
  const best = minFeedbackMarksProven === false ? 'In a good order of the nodes' : 'In the best order of the nodes'
  const found =
    minFeedbackMarks === 0
      ? 'There is an order of the nodes in which each waits only for those before it.'
      : `${best} ${counted(minFeedbackMarks, 'link')} between them ${minFeedbackMarks === 1 ? 'waits' : 'wait'} for a later one.`
  const text = `${found} As they are listed, ${feedbackMarksGivenOrder} of the ${edges.length} links ${minFeedbackMarks === 0 ? 'between them wait for a later one' : 'do'}.`
  return { key: 'sequence', sentence: [words(text)], subjects: [] }
}
