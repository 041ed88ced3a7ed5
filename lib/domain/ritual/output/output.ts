import type { ItemSubject, RitualKind } from '../../vocabulary.ts'

/** One thing that a ritual left behind. */
export type OutputEntry = {
  /** one sentence; people in it as `personToken` */
  readonly text: string
  /** one or two words before the text, such as what became of it: “done”, “late”, “promised” */
  readonly mark?: string
  /** id of the person who does it; null says that nobody does, absent that there is nothing to do */
  readonly owner?: string | null
  /** by when, `YYYY-MM-DD`; null says that no day was agreed, absent that there is nothing to do */
  readonly due?: string | null
  readonly about?: { readonly entity: ItemSubject; readonly id: string } | null
  /** what `about` is called; absent where the text names it itself, or where it speaks of nothing */
  readonly on?: string
}

/** Cells are text, people in them as `personToken`; each row is as long as `columns`. */
export type OutputTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

export type OutputSection = {
  /** stable within the output, such as `decisions` */
  readonly id: string
  readonly title: string
  /** one sentence that stands alone where there are neither entries nor a table */
  readonly note?: string
  readonly entries?: readonly OutputEntry[]
  readonly table?: OutputTable
}

/** A day that belongs into a calendar. */
export type CalendarEntry = {
  /** stable: the same entry of a later version of the output replaces this one */
  readonly id: string
  readonly on: string
  readonly title: string
  readonly text: string
}

/**
 * What a ritual left, before it takes a form. It is computed from records each time it is read, and holds people as ids or
 * `personToken`s, so that a person can be erased while everything else stays.
 */
export type RitualOutput = {
  readonly kind: RitualKind
  readonly title: string
  /** the day on which the ritual ended, else on which it is read: `YYYY-MM-DD` where the network lives */
  readonly day: string
  /** one sentence that says it all */
  readonly lead: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly OutputSection[]
  readonly calendar: readonly CalendarEntry[]
}
