import { toldInHundred } from '../report/said.ts'
import type { Bounded } from './hard.ts'

/** A chance in words: “25 in 100”, “between 8 and 31 in 100”; “unknown” where there is none. Cost O(1). Spec: CN91. */
export function chanceInWords(chance: Bounded | null): string {
  if (!chance) return 'unknown'
  const [low, high] = [toldInHundred(chance.value ?? chance.low), toldInHundred(chance.value ?? chance.high)]
  return low === high ? `${low} in 100` : `between ${low} and ${high} in 100`
}
