import { counted } from '../../counted.ts'
/** “1 day”, “12 days”. Cost O(1). */
export function daysOf(count: number): string {
  return counted(count, 'day')
}

/** A span of time as a clock shows it: “1:30”. Cost O(1). */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`
}
