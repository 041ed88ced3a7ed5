'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { ChanceBar } from '../../_parts/bars.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { Section } from '../../_parts/section.tsx'
import { TableOrBars } from '../../_parts/table-or-bars.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

const title = 'Came in time'

/** Of what was asked of each node, how much came. As the nodes are listed; about nodes, never about people. */
export function Kept({ looked, figure, isTable }: ThemeProps) {
  const { select } = useView()
  const rows = looked.kept().map((each) => ({ ...each, name: find(looked.snapshot, 'node', each.nodeId)?.name ?? '' }))
  if (rows.length === 0)
    return (
      <Section title={title}>
        <Calm>Nothing that one node asked of another has a day yet. Once days are over, here stands what came.</Calm>
      </Section>
    )
  return (
    <Section
      title={title}
      says="Of what other nodes asked of a node, where it is known what became of it: what was there in time. Nodes stand as they are listed."
    >
      <TableOrBars
        isTable={isTable}
        isInOrder
        caption={title}
        columns={[
          { key: 'name', title: 'Node', value: ({ name }) => name },
          { key: 'kept', title: 'In time', value: ({ kept }) => kept, isNumber: true },
          { key: 'asked', title: 'Of', value: ({ asked }) => asked, isNumber: true },
          { key: 'late', title: 'Late', value: ({ late }) => late, isNumber: true },
          { key: 'refused', title: 'Refused', value: ({ refused }) => refused, isNumber: true },
          { key: 'unanswered', title: 'Unanswered', value: ({ unanswered }) => unanswered, isNumber: true },
          { key: 'running', title: 'To come', value: ({ running }) => running, isNumber: true },
        ]}
        rows={rows}
        keyOf={({ nodeId }) => nodeId}
        onOpen={({ nodeId }) => select('node', nodeId)}
        empty="Nothing was asked."
        figure={figure}
        noun="nodes"
        barOf={({ nodeId, name, kept, asked, running, share }) => ({
          figureId: `reliability:${nodeId}`,
          name,
          spoken: asked === 0 ? `nothing was due yet, ${running} to come` : `${kept} of ${asked} in time, ${running} to come`,
          value: asked === 0 ? `${running} to come` : `${kept} of ${asked}`,
          bar: share === null ? <span /> : <ChanceBar value={share} low={share} high={share} />,
        })}
      />
    </Section>
  )
}
