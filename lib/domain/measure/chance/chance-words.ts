import type { Bounded } from './hard.ts'

/** A share as a whole number of 100: what is not nothing is not called 0, what is not certain is not called 100. Cost O(1). Spec: CN91. */
export function inHundred(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return 'fewer than 1'
  if (rounded === 100 && share < 1) return 'more than 99'
  return String(rounded)
}

/** A chance in words: “25 in 100”, “between 8 and 31 in 100”; “unknown” where there is none. Cost O(1). Spec: CN91. */
export function chanceInWords(chance: Bounded | null): string {
  if (!chance) return 'unknown'
  const [low, high] = [inHundred(chance.value ?? chance.low), inHundred(chance.value ?? chance.high)]
  return low === high ? `${low} in 100` : `between ${low} and ${high} in 100`
}
