import type { Sentence } from '../../plan/sentence.ts'

/** What a sentence is about, so that a screen can light it up. */
export type Subject = { readonly entity: 'node' | 'keyResult' | 'dependency' | 'exchange'; readonly id: string }

/** One thing worth saying: which measure it is, in words with its count, and what stands behind it. */
export type Said = { readonly key: string; readonly sentence: Sentence; readonly subjects: readonly Subject[] }

/** A chance or share as whole hundredths. Cost O(1). Spec: OR20. */
export function inHundred(share: number): number {
  return Math.round(share * 100)
}

/** What is left of a sum that is nothing, or of one that is all, is a rounding error. */
const rounding = 1e-9

/** Whether a share is more than what rounding leaves of nothing. Cost O(1). Spec: CN91. */
export function isSome(share: number): boolean {
  return share > rounding
}

/** The same in words: what is little but not nothing is not told as 0, nor what is much as certain. Cost O(1). Spec: OR20, CN91. */
export function toldInHundred(share: number): string {
  const hundredths = inHundred(share)
  if (hundredths === 0 && isSome(share)) return 'less than 1'
  return hundredths === 100 && isSome(1 - share) ? 'more than 99' : String(hundredths)
}

/** A number with its noun: “1 need”, “3 needs”. Cost O(1). */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/**
 * A number as it is told, or the two ends between which it lies: “25 in 100”, “between 8 and 31 in 100”. What is less than 1, or more than 99,
 * and may be nothing, or all, is told so once.
 *
 * Cost O(1). Spec: IN5, CN91.
 */
export function stretchInHundred({ value, low, high }: { readonly value: number | null; readonly low: number; readonly high: number }): string {
  const [least, most] = [toldInHundred(value ?? low), toldInHundred(value ?? high)]
  if (least === '0' && most === 'less than 1') return `${most} in 100`
  if (least === 'more than 99') return `${least} in 100`
  return least === most ? `${least} in 100` : `between ${least} and ${most} in 100`
}

/** Subjects of one kind. Cost O(n). */
export function subjectsOf(entity: Subject['entity'], ids: readonly string[]): Subject[] {
  return ids.map((id) => ({ entity, id }))
}

/** The entry with the largest number; the first of several; null where none has one. Cost O(n). */
export function largest(values: Readonly<Record<string, number | null>>): { readonly id: string; readonly value: number } | null {
  let best: { id: string; value: number } | null = null
  for (const [id, value] of Object.entries(values)) if (value !== null && (best === null || value > best.value)) best = { id, value }
  return best
}
