const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A day as people write it: “12 Mar”, with the year where it is another one than today's. Cost O(1). */
export function dayText(day: string, today: string): string {
  const text = `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1]}`
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text} ${day.slice(0, 4)}`
}

/** “today”, “yesterday”, “6 days ago”. Cost O(1). */
export function agoText(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** “today”, “tomorrow”, “in 6 days”, “2 days late”. Cost O(1). */
export function dueText(days: number): string {
  if (days < 0) return days === -1 ? '1 day late' : `${-days} days late`
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}
