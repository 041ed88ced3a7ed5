import { toIcs } from '../../../../lib/domain/ritual/output/ics.ts'
import { toMarkdown } from '../../../../lib/domain/ritual/output/markdown.ts'
import type { Outcome } from './outcome-of.ts'

type Told = Pick<Outcome, 'output' | 'nameOf'>

/** The plan as a page of Markdown, with a link back. */
export function markdownOf({ output, nameOf }: Told): string {
  return toMarkdown(output, { nameOf, link: location.href })
}

function save(text: string, type: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

function fileNameOf({ output }: Told, ending: string): string {
  return `${output.title.replace(/[^\p{L}\p{N}]+/gu, '-')}.${ending}`
}

export function saveMarkdown(told: Told): void {
  save(markdownOf(told), 'text/markdown', fileNameOf(told, 'md'))
}

/** The day of each promise and action, for any calendar. */
export function saveCalendar(told: Told & Pick<Outcome, 'calendar'>): void {
  save(toIcs(told.output, { ...told.calendar, nameOf: told.nameOf, link: location.href }), 'text/calendar', fileNameOf(told, 'ics'))
}
