import type { Participation } from '../../../../lib/domain/entity.ts'
import { shortDay } from '../../../components/graph/words.ts'

export const tierWords: Record<Participation['tier'], string> = {
  lead: 'leads',
  core: 'core member',
  'co-creator': 'co-creator',
  resonance: 'one-off contribution',
}

export const tierHeadings: Record<Participation['tier'], string> = {
  lead: 'Leads',
  core: 'Core members',
  'co-creator': 'Co-creators',
  resonance: 'One-off contributions',
}

/** For how long a participation holds: “since 3 Mar”, “until 1 Apr”, “3 Mar to 1 Apr”; nothing where both ends are open. */
export function timeInWords({ from, until }: Pick<Participation, 'from' | 'until'>, today: string): string {
  if (from !== null && until !== null) return `${shortDay(from, today)} to ${shortDay(until, today)}`
  if (from !== null) return from > today ? `from ${shortDay(from, today)}` : `since ${shortDay(from, today)}`
  return until === null ? '' : `until ${shortDay(until, today)}`
}
