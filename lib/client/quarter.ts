import type { CommandInputs } from '../domain/command/call.ts'
import { freshId } from './fresh-id.ts'

/** The calendar quarter that a day falls in, as a new cycle. */
export function quarterOf(day: string): CommandInputs['cycle.create'] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const quarter = Math.floor((month - 1) / 3)
  const last = new Date(Date.UTC(year, quarter * 3 + 3, 0)).toISOString().slice(0, 10)
  const first = `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
  return { id: freshId('cycle'), name: `${year}-Q${quarter + 1}`, startsOn: first, endsOn: last, phase: 'active' }
}
