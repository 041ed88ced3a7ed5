import { z } from 'zod'
import { textUpTo } from './text.ts'
import { calendarDay } from './time-schema.ts'

/** Schemas of fields that many kinds of record have. */

/** A value from 0 to 1, both included. */
export const share = z.number().min(0).max(1)
export const line = textUpTo(500).min(1)
export const prose = textUpTo(10_000).nullable().default(null)
export const rank = z.number().finite().describe('place in its list; lower comes first')
export const rating = z.number().min(-2).max(5).nullable().default(null)
export const day = calendarDay.nullable().default(null)

/** A field that may be absent or unknown. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullable().default(null)
}
