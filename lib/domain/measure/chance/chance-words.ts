import { stretchInHundred } from '../report/said.ts'
import type { Bounded } from './hard.ts'

/** A chance in words: “25 in 100”, “between 8 and 31 in 100”; “unknown” where there is none. Cost O(1). Spec: CN91. */
export function chanceInWords(chance: Bounded | null): string {
  return chance ? stretchInHundred(chance) : 'unknown'
}
