import type { Assessment, Cause } from './assessment.ts'

/**
 * The shortest chain of causes of a blocked key result: from its own need, through each blocked supplier, to the promise or
 * key result where it starts. Kept as one step per key result and put together here, because whole chains would cost
 * O(n²) in a long line.
 *
 * @returns as many causes as it has hops; empty where it is not blocked
 * Cost O(hops). Spec: ST26-ST27.
 */
export function causesOf(assessment: Pick<Assessment, 'keyResults'>, keyResultId: string): Cause[] {
  const chain: Cause[] = []
  let cause = assessment.keyResults.get(keyResultId)?.blockedBy ?? null
  while (cause) {
    chain.push(cause)
    const supplier: string | null = cause.reason === 'supplier-blocked' ? cause.supplierKeyResultId : null
    cause = supplier === null ? null : (assessment.keyResults.get(supplier)?.blockedBy ?? null)
  }
  return chain
}
