import { type Days, dayOfRevision } from '../../../lib/client/network/days.ts'
import type { Mark } from '../../../lib/domain/entity.ts'
import { daysBetween } from '../../../lib/domain/time.ts'
import { textWidth } from '../../../lib/layout/text.ts'

/** The days that the slider goes through, both included. */
export type Span = { readonly first: string; readonly last: string; readonly length: number }

/** From the first day of the network to today. */
export function spanOf(days: Days | null, today: string): Span {
  const first = days?.days[0]?.day ?? today
  return { first, last: today, length: Math.max(0, daysBetween(first, today)) }
}

/** Where a day lies in the span, from 0 to 1; the end where there is one day only. */
export function shareOf({ first, length }: Span, day: string): number {
  return length === 0 ? 1 : Math.min(1, Math.max(0, daysBetween(first, day) / length))
}

export type PlacedMark = { readonly mark: Mark; readonly share: number; readonly day: string; readonly hasName: boolean }

const nameStyle = { size: 12, weight: 600 } as const
const nameGap = 10

type Track = { readonly days: Days | null; readonly span: Span; readonly width: number }

/**
 * The named snapshots on the slider. Names that would meet are left out, the later ones stay: the nearer to now, the likelier wanted.
 *
 * @param width pixels of the slider
 */
export function placeMarks(marks: readonly Mark[], { days, span, width }: Track): readonly PlacedMark[] {
  let free = width
  return marks
    .map((mark) => ({ mark, day: dayOfRevision(days?.days ?? [], mark.revision) ?? span.last }))
    .map((placed) => ({ ...placed, share: shareOf(span, placed.day) }))
    .toReversed()
    .map((placed) => {
      const half = textWidth(placed.mark.name, nameStyle.size, nameStyle.weight) / 2
      const middle = Math.min(width - half, Math.max(half, placed.share * width))
      const hasName = middle + half <= free && middle - half >= 0
      if (hasName) free = middle - half - nameGap
      return { ...placed, hasName }
    })
    .toReversed()
}

/**
 * How much changed on which day, as one outline over a box of 1000 × 100: the height grows with the root, so that quiet days are seen beside
 * busy ones.
 */
export function densityPath(days: Days, span: Span): string {
  const most = Math.max(1, ...days.days.map(({ changes }) => changes))
  const width = Math.max(1.5, 1000 / (span.length + 1))
  return days.days
    .map(({ day, changes }) => {
      const middle = shareOf(span, day) * 1000
      const height = Math.max(6, Math.sqrt(changes / most) * 100)
      const [left, right] = [Math.max(0, middle - width / 2), Math.min(1000, middle + width / 2)]
      return `M${left.toFixed(1)} 100V${(100 - height).toFixed(1)}H${right.toFixed(1)}V100Z`
    })
    .join('')
}
