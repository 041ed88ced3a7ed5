import { counted } from '../counted.ts'
import { joined } from '../joined.ts'
import type { Party } from './party.ts'

/** How many; what goes both ways is in both numbers of a pair, and once in the whole. */
export type GlueCounts = {
  readonly nodes: number
  readonly exchanges: number
  readonly exchangesAToB: number
  readonly exchangesBToA: number
  readonly needs: number
  readonly needsAToB: number
  readonly needsBToA: number
}

type Told = { readonly a: Pick<Party, 'name'>; readonly b: Pick<Party, 'name'>; readonly counts: GlueCounts }

/** Both directions of a number, the empty one left out: “2 from Growth, 1 from Care”. */
function bothWays({ a, b }: Told, aToB: number, bToA: number): string {
  const parts = [aToB > 0 ? `${aToB} from ${a.name}` : '', bToA > 0 ? `${bToA} from ${b.name}` : '']
  return parts.filter((part) => part !== '').join(', ')
}

function partsOf(told: Told): string[] {
  const { nodes, exchanges, exchangesAToB, exchangesBToA, needs, needsAToB, needsBToA } = told.counts
  return [
    nodes > 0 ? counted(nodes, 'shared node') : '',
    exchanges > 0 ? `${counted(exchanges, 'exchange')} (${bothWays(told, exchangesAToB, exchangesBToA)})` : '',
    needs > 0 ? `${counted(needs, 'need')} (given: ${bothWays(told, needsAToB, needsBToA)})` : '',
  ].filter((part) => part !== '')
}

/**
 * What joins two parties, in one sentence.
 *
 * Cost O(1). Spec: PE15.
 */
export function glueSentence(told: Told): string {
  const { a, b } = told
  const parts = partsOf(told)
  if (parts.length === 0) return `Nothing joins ${a.name} and ${b.name}: no shared node, no exchange, no need.`
  return `${a.name} and ${b.name} are joined by ${joined(parts)}.`
}
