'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { loads } from '../../../../../lib/domain/measure/figure/load.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { SortableTable } from '../../../../components/graph/sortable-table.tsx'
import { BarRows } from '../../_parts/bar-rows.tsx'
import { StretchBar } from '../../_parts/bars.tsx'
import styles from '../../_parts/insights.module.css'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

/** What is asked of each node in the cycle, against what was taken of it before. */
export function Loads({ looked, figure, isTable }: ThemeProps) {
  const { select } = useView()
  const rows = loads(looked).map((each) => ({ ...each, name: find(looked.snapshot, 'node', each.nodeId)?.name ?? '' }))
  const isUsualKnown = rows.some(({ use }) => use !== null)
  const says = isUsualKnown
    ? 'How strong all that is asked of a node is, in this cycle; the line is what was taken of it in cycles before.'
    : 'How strong all that is asked of a node is, in this cycle. What is usual is known once a cycle is over.'
  if (rows.length === 0)
    return (
      <Section title="Fits our capacity">
        <p className={styles['calm']}>No node asks another one for anything in this cycle.</p>
      </Section>
    )
  const whole = Math.max(...rows.map(({ asked, usual }) => Math.max(asked.strength, usual ?? 0)))
  return (
    <Section title="Fits our capacity" says={says}>
      {isTable ? (
        <SortableTable
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
        />
      ) : (
        <BarRows
          label="What is asked of each node"
          figure={figure}
          noun="nodes"
          rows={rows.map(({ nodeId, name, asked, promised, usual, use }) => ({
            id: nodeId,
            figureId: `capacity:${nodeId}`,
            name,
            spoken: `asked for ${asked.count}, of which ${promised.count} promised; ${use === null ? 'the usual is unknown' : `${Math.round(use * 100)}% of the usual`}`,
            value: use === null ? `${asked.count} asked` : `${Math.round(use * 100)}%`,
            bar: <StretchBar from={0} length={asked.strength} whole={whole} limit={usual} />,
          }))}
        />
      )}
    </Section>
  )
}
