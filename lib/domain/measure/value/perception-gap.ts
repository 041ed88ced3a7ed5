import { ratingOf, type ValueGraph } from './graph.ts'

/**
 * How much more an exchange is worth to its receiver than its sender thinks: receiver's rating − sender's. Negative: “you think it is
 * worth 5; Client says 3.”
 *
 * @returns by exchange; null where one of the two has not rated it
 * Cost O(m). Source: Allee 2008 (perceived value). Spec: VN11.
 */
export function perceptionGaps({ exchangeIds, bySender, byReceiver }: ValueGraph): (number | null)[] {
  return exchangeIds.map((_, exchange) => {
    const [sent, received] = [ratingOf(bySender, exchange), ratingOf(byReceiver, exchange)]
    return sent === null || received === null ? null : received - sent
  })
}
