import { Calm } from '../../_parts/calm.tsx'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { ExchangeList } from './exchange-list.tsx'
import { FigureList } from './figure-list.tsx'

const title = 'Seen differently'
/** From this on two sides see it differently, in steps of the rating. */
const differsFrom = 2

/** Exchanges that giver and receiver rate two or more apart, the widest first. */
export function Gaps({ looked: { snapshot, results }, figure, isTable }: ThemeProps) {
  const gaps = results.valueNetwork?.perceptionGap
  if (!gaps)
    return (
      <Section title={title}>
        <RowsGhost rows={4} />
      </Section>
    )
  const rated = Object.entries(gaps).flatMap(([id, gap]) => (gap === null ? [] : [{ id, gap }]))
  const apart = rated.filter(({ gap }) => Math.abs(gap) >= differsFrom).toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || a.gap - b.gap)
  if (apart.length === 0)
    return (
      <Section title={title}>
        <Calm>
          {rated.length === 0
            ? 'No exchange is rated by both its giver and its receiver yet.'
            : `Both sides see all ${rated.length} exchanges that they have rated alike, within one step.`}
        </Calm>
      </Section>
    )
  const ids = apart.map(({ id }) => id)
  return (
    <Section
      title={title}
      says={`${apart.length} of ${rated.length} exchanges that both have rated are seen ${differsFrom} or more apart. Worth a talk, nothing else.`}
    >
      {isTable ? <ExchangeList caption={title} snapshot={snapshot} ids={ids} /> : <FigureList ids={ids.map((id) => `gap:${id}`)} figure={figure} />}
    </Section>
  )
}
