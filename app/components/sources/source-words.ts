import { counted } from '../../../lib/domain/counted.ts'
import type { Source } from '../../../lib/domain/entity.ts'
import type { SourceAge } from '../../../lib/domain/talk/source-age.ts'

/** What each kind of source is called. */
export const sourceWords: Record<Source['kind'], string> = {
  document: 'document',
  system: 'system',
  interview: 'interview',
  survey: 'survey',
  observation: 'observation',
  estimate: 'estimate',
  other: 'other',
}

/** How old a source is, as people say it: “today”, “3 days old”, “8 months old”, “2 years old”. */
export function ageInWords({ days, since }: SourceAge): string {
  if (days === null) return 'no date'
  const noted = since === 'made' ? 'noted ' : ''
  if (days === 0) return since === 'made' ? 'noted today' : 'of today'
  const span =
    days < 14
      ? counted(days, 'day')
      : days < 60
        ? counted(Math.floor(days / 7), 'week')
        : days < 730
          ? counted(Math.floor(days / 30.4), 'month')
          : counted(Math.floor(days / 365.25), 'year')
  return noted === '' ? `${span} old` : `noted ${span} ago`
}

/** The values of a key result that a source can stand behind. */
export const keyResultFields = [
  { value: '', label: 'the whole key result' },
  { value: 'metric.current', label: 'the present value' },
  { value: 'metric.baseline', label: 'the value it began with' },
  { value: 'metric.target', label: 'the target' },
] as const

const fieldWords: Record<string, string> = {
  'metric.current': 'present value',
  'metric.baseline': 'first value',
  'metric.target': 'target',
  valueBySender: 'rating by the giver',
  valueByReceiver: 'rating by the receiver',
}

/** What a source stands behind, in words; null where it is the whole record. */
export function fieldInWords(field: string | null): string | null {
  return field === null ? null : (fieldWords[field] ?? field)
}
