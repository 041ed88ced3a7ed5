'use client'
import { useMemo, useState } from 'react'
import { useView } from '../../../../../lib/client/view.ts'
import { type Contribution, contributions, shareText, whatItFeeds, withoutText } from '../../../../../lib/domain/measure/figure/contribution.ts'
import { sentenceText } from '../../../../../lib/domain/plan/sentence.ts'
import { find, listOf, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { NamedSentence } from '../../../../components/figure/named-sentence.tsx'
import { Choice } from '../../../../components/graph/drawing-bar.tsx'
import type { Column } from '../../../../components/graph/sortable-table.tsx'
import { ChanceBar } from '../../_parts/bars.tsx'
import { Calm } from '../../_parts/calm.tsx'
import styles from '../../_parts/insights.module.css'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import { shortValue } from '../../_parts/short-value.ts'
import { TableOrBars } from '../../_parts/table-or-bars.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

type Order = 'list' | 'area'
type Row = Contribution & { readonly name: string; readonly area: string; readonly feeds: string; readonly lost: string }

function inOrder(snapshot: Snapshot, rows: readonly Row[], order: Order): readonly Row[] {
  if (order === 'list') return rows
  const places = new Map(listOf(snapshot, 'area').map(({ name }, at) => [name, at]))
  return rows.toSorted((a, b) => (places.get(a.area) ?? 0) - (places.get(b.area) ?? 0))
}

function rowsOf(looked: ThemeProps['looked'], isTable: boolean): readonly Row[] {
  const { snapshot } = looked
  return contributions(looked).map((each) => {
    const node = find(snapshot, 'node', each.nodeId)
    return {
      ...each,
      lost: withoutText(looked, each),
      name: node?.name ?? '',
      area: find(snapshot, 'area', node?.areaId ?? null)?.name ?? '',
      feeds: isTable ? sentenceText(whatItFeeds(looked, each.nodeId), '') : '',
    }
  })
}

const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Node', value: ({ name }) => name },
  { key: 'area', title: 'Area', value: ({ area }) => area },
  {
    key: 'share',
    title: 'Share in %',
    value: ({ share }) => (share === null ? null : Math.round(share * 100)),
    cell: (row) => shareText(row),
    isNumber: true,
  },
  {
    key: 'without',
    title: 'Lost without it, in 100',
    value: ({ without }) => (without.value === null ? null : Math.round(without.value * 100)),
    cell: ({ lost }) => lost,
    isNumber: true,
  },
  { key: 'feeds', title: 'Feeds', value: ({ feeds }) => feeds },
]

const says =
  'What of the goal’s chance rests on each node, and through what. Everything that the goal cannot do without counts alike, so this is no measure of anybody.'

/** What rests on each node: as the nodes are listed, or area by area, and never by how much. */
export function Shares({ looked, figure, isTable }: ThemeProps) {
  const { select } = useView()
  const [order, setOrder] = useState<Order>('area')
  const title = 'Share of the chance'
  const all = useMemo(() => rowsOf(looked, isTable), [looked, isTable])
  const goal = find(looked.snapshot, 'keyResult', looked.chosen.goalId)
  if (!goal) return null
  if (!looked.results.krNetwork)
    return (
      <Section title={title} says={says}>
        <RowsGhost rows={6} />
      </Section>
    )
  const rows = inOrder(looked.snapshot, all, order)
  if (rows.length === 0)
    return (
      <Section title={title}>
        <Calm way="check">“{goal.title}” rests on no node yet that would change its chance. Say how likely its results are in a check.</Calm>
      </Section>
    )
  const orders = (
    <Choice
      label="Order of the nodes"
      value={order}
      options={[
        { value: 'area', word: 'By area' },
        { value: 'list', word: 'As listed' },
      ]}
      onChoose={setOrder}
    />
  )
  return (
    <Section title={title} says={says} tools={isTable ? undefined : orders}>
      <TableOrBars
        caption={`Share of the chance of “${goal.title}”`}
        isTable={isTable}
        isInOrder
        columns={columns}
        rows={rows}
        keyOf={({ nodeId }) => nodeId}
        onOpen={({ nodeId }) => select('node', nodeId)}
        empty="Nothing rests on any node."
        figure={figure}
        atFirst={16}
        noun="nodes"
        barOf={(row) => ({
          figureId: `share:${row.nodeId}`,
          name: row.name,
          note: row.area,
          more: <Feeds looked={looked} nodeId={row.nodeId} />,
          spoken: `${shareText(row)} of the chance; ${row.lost} lost without it`,
          value: shortValue(shareText(row)),
          bar: <ChanceBar value={row.share} low={row.share ?? row.part.low} high={row.share ?? row.part.high} />,
        })}
      />
    </Section>
  )
}

/** The path from a node to the goal, its results as links. */
function Feeds({ looked, nodeId }: { readonly looked: ThemeProps['looked']; readonly nodeId: string }) {
  return (
    <p className={styles['feeds']}>
      <NamedSentence sentence={whatItFeeds(looked, nodeId)} />
    </p>
  )
}
