import { find } from '../../../../../lib/domain/snapshot.ts'
import { plainNumber } from '../../../../components/graph/words.ts'
import { type BarRow, BarRows } from '../../_parts/bar-rows.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { Dumbbell, DumbbellAxis } from '../../_parts/dumbbell.tsx'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { ExchangeList } from './exchange-list.tsx'

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
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name ?? ''
  const rows = apart.flatMap(({ id }): BarRow[] => {
    const { deliverable, fromNodeId, toNodeId, valueBySender: giver = null, valueByReceiver: receiver = null } = find(snapshot, 'exchange', id) ?? {}
    if (giver === null || receiver === null || !fromNodeId || !toNodeId) return []
    return [
      {
        id,
        figureId: `gap:${id}`,
        name: deliverable ?? '',
        note: `${nameOf(fromNodeId)} → ${nameOf(toNodeId)}`,
        spoken: `the giver says ${giver}, the receiver says ${receiver}`,
        value: `${plainNumber(giver)} → ${plainNumber(receiver)}`,
        bar: <Dumbbell giver={giver} receiver={receiver} />,
      },
    ]
  })
  return (
    <Section
      title={title}
      says={`${apart.length} of ${rated.length} exchanges that both have rated are seen ${differsFrom} or more apart. The open dot is what the giver says, the filled one what the receiver says. Worth a talk, nothing else.`}
    >
      {isTable ? (
        <ExchangeList caption={title} snapshot={snapshot} ids={apart.map(({ id }) => id)} />
      ) : (
        <BarRows label={title} rows={rows} figure={figure} axis={<DumbbellAxis />} noun="exchanges" />
      )}
    </Section>
  )
}
