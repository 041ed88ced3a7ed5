'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { StretchBar } from '../../_parts/bars.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { Section } from '../../_parts/section.tsx'
import { TableOrBars } from '../../_parts/table-or-bars.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

/** What is asked of each node in the cycle, against what was taken of it before. */
export function Loads({ looked, figure, isTable }: ThemeProps) {
  const { select } = useView()
  const rows = looked.loads().map((each) => ({ ...each, name: find(looked.snapshot, 'node', each.nodeId)?.name ?? '' }))
  const isUsualKnown = rows.some(({ use }) => use !== null)
  const says = isUsualKnown
    ? 'How strong all that is asked of a node is, in this cycle; the line is what was taken of it in cycles before.'
    : 'How many things are asked of a node in this cycle. What is usual is known once a cycle is over.'
  if (rows.length === 0)
    return (
      <Section title="Fits our capacity">
        <Calm way="asks">No node asks another one for anything in this cycle.</Calm>
      </Section>
    )
  // the bar is what the word beside it says: a share of the usual strength, else a count
  const lengthOf = ({ count, strength }: { readonly count: number; readonly strength: number }) => (isUsualKnown ? strength : count)
  const whole = Math.max(...rows.map(({ asked, usual }) => Math.max(lengthOf(asked), usual ?? 0)))
  return (
    <Section title="Fits our capacity" says={says}>
      <TableOrBars
        isTable={isTable}
        isInOrder
        caption="What is asked of each node"
        columns={[
          { key: 'name', title: 'Node', value: ({ name }) => name },
          { key: 'asked', title: 'Asked', value: ({ asked }) => asked.count, isNumber: true },
          { key: 'promised', title: 'Promised', value: ({ promised }) => promised.count, isNumber: true },
          { key: 'strength', title: 'Strength asked', value: ({ asked }) => Math.round(asked.strength * 10) / 10, isNumber: true },
          {
            key: 'use',
            title: 'Of the usual, in %',
            value: ({ use }) => (use === null ? null : Math.round(use * 100)),
            cell: ({ use }) => (use === null ? 'unknown' : `${Math.round(use * 100)}%`),
            isNumber: true,
          },
        ]}
        rows={rows}
        keyOf={({ nodeId }) => nodeId}
        onOpen={({ nodeId }) => select('node', nodeId)}
        empty="Nothing is asked."
        figure={figure}
        noun="nodes"
        barOf={({ nodeId, name, asked, promised, usual, use }) => ({
          figureId: `capacity:${nodeId}`,
          name,
          spoken: `asked for ${asked.count}, of which ${promised.count} promised; ${use === null ? 'the usual is unknown' : `${Math.round(use * 100)}% of the usual`}`,
          value:
            use !== null ? `${Math.round(use * 100)}%` : isUsualKnown ? `strength ${Math.round(asked.strength * 10) / 10}` : `${asked.count} asked`,
          bar: <StretchBar from={0} length={lengthOf(asked)} whole={whole} limit={usual} />,
        })}
      />
    </Section>
  )
}
