/** “1 key result”, “4 key results”. Cost O(1). */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** “1 day”, “12 days”. Cost O(1). */
export function daysOf(count: number): string {
  return countOf(count, 'day')
}

/** A span of time as a clock shows it: “1:30”. Cost O(1). */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`
}
