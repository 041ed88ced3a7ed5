import type { EntityOf } from '../entity.ts'

export const gradeBands = ['missed', 'partly', 'reached'] as const
export type GradeBand = (typeof gradeBands)[number]

/**
 * The band of a grade. The published bands (0.0-0.3, 0.4-0.6, 0.7-1.0) leave gaps; here each starts where the one below
 * ends, without rounding.
 *
 * @param grade 0 to 1, given by people at the end of a cycle; null where none was given
 * @returns reached from 0.7, partly from 0.4, missed below; null for no grade
 * Cost O(1). Spec: OKR31.
 */
export function gradeBand(grade: number | null): GradeBand | null {
  if (grade === null) return null
  if (grade >= 0.7) return 'reached'
  return grade >= 0.4 ? 'partly' : 'missed'
}

/**
 * The grade that counts as kept: a committed objective is expected whole, an aspirational one at 0.7.
 *
 * @returns null where the kind is unknown
 * Cost O(1). Spec: OKR32.
 */
export function expectedGrade(kind: EntityOf<'objective'>['kind']): number | null {
  if (kind === null) return null
  return kind === 'committed' ? 1 : 0.7
}
