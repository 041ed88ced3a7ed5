import type { NeedStyle } from '../input.ts'
import type { Tone } from '../tone.ts'

/** One promise to draw; days are `YYYY-MM-DD`, null where unknown. At least one of them is known. */
export type TimelineRowInput = {
  readonly id: string
  readonly title: string
  /** the other side: who waits for it, or who gives it */
  readonly other: string
  /** how it stands, in words; drawn as it is */
  readonly words: string
  readonly style: NeedStyle
  /** somebody has to act: late, overdue, backwards or broken */
  readonly isTroubled: boolean
  readonly askedOn: string | null
  readonly neededOn: string | null
  readonly promisedOn: string | null
  readonly proposedOn: string | null
  readonly deliveredOn: string | null
  readonly acceptedOn: string | null
}

export type TimelineLaneInput = {
  readonly id: string
  readonly name: string
  readonly areaName: string
  readonly tone: Tone
  readonly letter: string
  /** what the lane adds up to, such as “3 promises, 1 late” */
  readonly words: string
  /** in the order in which they are drawn */
  readonly rows: readonly TimelineRowInput[]
}

export type TimelineInput = {
  readonly today: string
  readonly cycle: { readonly name: string; readonly startsOn: string; readonly endsOn: string } | null
  readonly lanes: readonly TimelineLaneInput[]
  /** pixels that the drawing has, 320 at least */
  readonly width: number
}
