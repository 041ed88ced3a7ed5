import { joined } from '../../../lib/domain/joined.ts'
import type { Metric } from '../../../lib/domain/metric.ts'
import type { DependencyAssessment } from '../../../lib/domain/okr/assessment.ts'
import { stateWords } from '../../../lib/domain/promise/moves.ts'
import type { Closeness } from '../../../lib/domain/vocabulary.ts'

const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayYearForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const numberForm = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A day as a drawing has room for it: “31 Mar”, with the year where it is not this one. */
export function shortDay(day: string, today: string): string {
  return (day.slice(0, 4) === today.slice(0, 4) ? dayForm : dayYearForm).format(new Date(`${day}T00:00:00Z`))
}

export function plainNumber(value: number): string {
  return numberForm.format(value)
}

export function percent(share: number | null): string {
  return share === null ? 'unknown' : `${Math.round(share * 100)}%`
}

/** “1 need”, “3 needs”. */
export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${plainNumber(count)} ${count === 1 ? word : plural}`
}

export { stateWords }

export const closenessWords: Record<Closeness, string> = { core: 'close to the core', contributing: 'contributing', peripheral: 'at the edge' }

const zoneWords = { fail: 'not reached', commit: 'commit', target: 'target', stretch: 'stretch' } as const

function withUnit(value: number, unit: string | null): string {
  if (!unit) return plainNumber(value)
  return unit === '%' ? `${plainNumber(value)} %` : `${plainNumber(value)} ${unit}`
}

/** Where a metric stands, in a few words: “1 of 5”, “81 %”, “3 of 8 steps”; an em dash where nobody has said. */
export function valueInWords(metric: Metric): string {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      if (metric.current === null) return 'no value yet'
      return metric.target === null
        ? withUnit(metric.current, metric.unit)
        : `${plainNumber(metric.current)} → ${withUnit(metric.target, metric.unit)}`
    case 'maintain':
      return metric.current === null ? 'no value yet' : withUnit(metric.current, metric.unit)
    case 'milestone': {
      const done = metric.steps.filter((step) => step.done === 1).length
      return `${done} of ${counted(metric.steps.length, 'step')}`
    }
    case 'boolean':
      return metric.current === null ? 'not said yet' : metric.current === 1 ? 'yes' : 'not yet'
    case 'ordinal':
      return metric.current === null ? 'no value yet' : zoneWords[metric.current]
  }
}

/** What is wrong with a need, else how it stands: “late 12 days”, “asked, overdue 3 days”, “promised”. */
export function needInWords(need: DependencyAssessment): string {
  if (need.lateDays > 0) return `late ${counted(need.lateDays, 'day')}`
  if (need.overdueDays > 0) return `${stateWords[need.state]}, overdue ${counted(need.overdueDays, 'day')}`
  if (need.backwardsDays > 0) return `${stateWords[need.state]} ${counted(need.backwardsDays, 'day')} after it is needed`
  return stateWords[need.state]
}

/** Names in a sentence: “A”, “A and B”, “A, B and 3 more”. */
export function listed(names: readonly string[], most = 3): string {
  if (names.length <= Math.max(most, 1)) return joined(names)
  return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`
}

const monthForm = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The month of a day, in full: “November 2026”. */
export function monthName(day: string): string {
  return monthForm.format(new Date(`${day}T00:00:00Z`))
}
