import type { DocumentRecord } from '../../format/document.ts'
import type { ObjectiveKey } from './objectives.ts'

type MetricSketch = DocumentRecord<'keyResult'>['metric']

export type KeyResultSketch = {
  readonly objective: ObjectiveKey
  readonly title: string
  readonly metric: MetricSketch
  /** the owner's confidence at the start of the quarter and now, in tenths */
  readonly confidence?: readonly [first: number, now: number]
  /** its own due date, in days from today; absent: the end of the quarter */
  readonly dueInDays?: number
  /** days since its last check-in; absent: one of the last days */
  readonly silentDays?: number
  /** went well and then stood still, because something is missing */
  readonly isStuck?: true
  /** what its last check-ins said, newest first */
  readonly notes?: readonly string[]
}
