import { placesOf } from '../../okr/place.ts'
import { enumerate, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import { counted, type Said, subjectsOf, toldInHundred } from './said.ts'

/** Exchanges that are named one by one; more are counted. */
const namedUpTo = 3

/** From this on two people see an exchange differently, in steps of the rating. */
const differsFrom = 2

function supplierNode(snapshot: Snapshot, dependencyId: string): { supplier: string | null; consumer: string | null } {
  const need = find(snapshot, 'dependency', dependencyId)
  const { ofKeyResult } = placesOf(snapshot)
  const supplier = need?.supplierKeyResultId ? ofKeyResult.get(need.supplierKeyResultId)?.nodeId : need?.supplierNodeId
  return { supplier: supplier ?? null, consumer: ofKeyResult.get(need?.consumerKeyResultId ?? '')?.nodeId ?? null }
}

/**
 * A need without a relationship under it: “Client relies on Innovation, but no exchange leads from there to it today.”
 *
 * @returns null where one of its sides is gone
 * Cost O(key results). Spec: OR27, IN8.
 */
export function relianceSentence(snapshot: Snapshot, dependencyId: string): Sentence | null {
  const { supplier, consumer } = supplierNode(snapshot, dependencyId)
  if (supplier === null || consumer === null) return null
  const relies: Sentence = [nodePart(snapshot, consumer), words(' relies on '), nodePart(snapshot, supplier)]
  return [...relies, words(', but no exchange leads from there to it today.')]
}

/**
 * Where a need has no relationship under it: “Client relies on Innovation, but no exchange leads from there to it today. It is one of 9
 * needs between nodes.”
 *
 * @param without the dependencies between nodes under which nothing is exchanged
 * @param crossing how many dependencies there are between nodes
 * @returns null where there is none
 * Cost O(key results). Spec: OR27, IN8.
 */
export function missingSentence(snapshot: Snapshot, without: readonly string[], crossing: number): Said | null {
  const [first, ...others] = without
  if (first === undefined) return null
  const subjects = subjectsOf('dependency', without)
  if (snapshot.tables.exchange.size === 0) {
    const which = crossing === 1 ? 'the one need between nodes rests on none' : `none of the ${crossing} needs between nodes rests on one`
    return { key: 'missing', sentence: [words(`No exchange is drawn yet, so ${which}.`)], subjects }
  }
  const reliance = relianceSentence(snapshot, first)
  if (!reliance) return null
  const rest =
    others.length === 0
      ? ` It is 1 of ${counted(crossing, 'need')} between nodes.`
      : ` So it is with ${without.length} of ${counted(crossing, 'need')} between nodes.`
  return { key: 'missing', sentence: [...reliance, words(rest)], subjects }
}

/** What no key result uses: “6 of 14 exchanges are used by no key result.” @returns null where there is none. Cost O(1). Spec: OR28. */
export function unusedSentence(snapshot: Snapshot, unused: readonly string[], total: number): Said | null {
  if (unused.length === 0) return null
  const names: Sentence[] = unused.map((id) => [words(`“${find(snapshot, 'exchange', id)?.deliverable ?? ''}”`)])
  const which = unused.length <= namedUpTo ? [words(': '), ...enumerate(names)] : []
  return {
    key: 'unused',
    sentence: [
      words(`${unused.length} of ${counted(total, 'exchange')} ${unused.length === 1 ? 'is' : 'are'} used by no key result`),
      ...which,
      words('.'),
    ],
    subjects: subjectsOf('exchange', unused),
  }
}

/** How much is not contracted: “43% of what we exchange is informal (6 of 14).” @returns null where none is. Cost O(1). Spec: OR28, IN15, CN91. */
export function informalSentence({ intangible, exchanges }: { readonly intangible: number; readonly exchanges: number }): Said | null {
  if (exchanges === 0) return null
  const share = toldInHundred(intangible / exchanges)
  const text = `${share.slice(0, 1).toUpperCase()}${share.slice(1)}% of what we exchange is informal (${intangible} of ${exchanges}).`
  return { key: 'informal', sentence: [words(text)], subjects: [] }
}

/**
 * Where the two sides see an exchange differently, those that are overrated first: “Brand thinks “Qualified leads” is worth 5; Client says 3. 5 of 14
 * exchanges are seen 2 or more apart.”
 *
 * @param gaps receiver's rating − sender's, by exchange; null where one has not rated it
 * @returns null where nobody is two apart
 * Cost O(exchanges). Spec: OR29.
 */
export function seenDifferently(snapshot: Snapshot, gaps: Readonly<Record<string, number | null>>): Said | null {
  const rated = Object.entries(gaps).flatMap(([id, gap]) => (gap === null ? [] : [{ id, gap }]))
  const apart = rated.filter(({ gap }) => Math.abs(gap) >= differsFrom)
  const [widest] = apart.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || a.gap - b.gap)
  const exchange = find(snapshot, 'exchange', widest?.id ?? null)
  if (!exchange) return null
  const { deliverable, fromNodeId, toNodeId, valueBySender, valueByReceiver } = exchange
  const count = `${apart.length} of ${counted(rated.length, 'exchange')} that both have rated ${apart.length === 1 ? 'is' : 'are'} seen ${differsFrom} or more apart.`
  return {
    key: 'seen',
    sentence: [
      nodePart(snapshot, fromNodeId),
      words(` thinks “${deliverable}” is worth ${valueBySender}; `),
      nodePart(snapshot, toNodeId),
      words(` says ${valueByReceiver}. ${count}`),
    ],
    subjects: subjectsOf(
      'exchange',
      apart.map(({ id }) => id),
    ),
  }
}
