import type { Metric } from '../metric.ts'

/** What the text is read against. */
export type QuickAddContext = {
  /** day in the network's time zone, `YYYY-MM-DD` */
  readonly today: string
  /** the cycle that the key result is for: a date without a year falls into it if it can */
  readonly cycle: { readonly startsOn: string; readonly endsOn: string } | null
  /** first month of the fiscal year, 1 to 12, for quarters; null is January */
  readonly fiscalYearStartMonth: number | null
}

export type SpanKind = 'metric' | 'due' | 'owner' | 'node' | 'weight' | 'confidence'

/** A part of the line that was understood: `line.slice(start, end)`, in UTF-16 units. */
export type Span = {
  readonly kind: SpanKind
  readonly start: number
  readonly end: number
}

/** What a line says about a key result. What it does not say is null; names are as written, to be looked up in the network. */
export type KeyResultDraft = {
  /** everything that was not understood as something else; the whole line where nothing else is left */
  readonly title: string
  /** done or not, unless the line says how it is measured */
  readonly metric: Metric
  readonly dueOn: string | null
  readonly owner: string | null
  readonly node: string | null
  readonly weight: number | null
  /** 0 to 1 */
  readonly confidence: number | null
  /** in the order of the line; they do not overlap */
  readonly spans: readonly Span[]
}

/** What a recogniser found: where, and what it says. */
export type Found = {
  readonly start: number
  readonly end: number
  readonly says: Partial<Omit<KeyResultDraft, 'title' | 'spans'>>
}

/**
 * Looks for one kind of thing in what is left of a line. What others have understood is blanked out with spaces, so that
 * places stay.
 */
export type Recogniser = (rest: string, ctx: QuickAddContext) => Found | null
