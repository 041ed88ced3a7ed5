'use client'
import { useState } from 'react'
import { focalOf, loopIds, loopsCap } from '../../../../../lib/domain/measure/figure/loop.ts'
import { twoSidedFlow } from '../../../../../lib/domain/measure/value/two-sided.ts'
import { find, listOf } from '../../../../../lib/domain/snapshot.ts'
import { type Figures, useFigures } from '../../../../components/figure/use-figures.ts'
import { Select } from '../../../../components/ui/field.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { FigureGhost, FigureLine } from '../../_parts/figure-line.tsx'
import styles from '../../_parts/insights.module.css'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { ExchangeList } from './exchange-list.tsx'
import { FigureList } from './figure-list.tsx'
import { FlowSides } from './flow-sides.tsx'

const says =
  'A band is as broad as its receiver says it is worth; where nobody has said, as many needs of this cycle as can use it. Dashed is informal.'

/** The node that is looked at first: that of the goal, else the one with most exchanges. */
function firstNode({ chosen, snapshot }: ThemeProps['looked']): string | null {
  const own = listOf(snapshot, 'exchange')
  const count = (id: string) => own.filter(({ fromNodeId, toNodeId }) => fromNodeId === id || toNodeId === id).length
  if (chosen.focalNodeId !== null && count(chosen.focalNodeId) > 0) return chosen.focalNodeId
  const [busiest] = listOf(snapshot, 'node').toSorted((a, b) => count(b.id) - count(a.id))
  return busiest?.id ?? null
}

/** What one node gets and gives, and what of it comes back. */
export function OneNode({ looked, figure, isTable }: ThemeProps) {
  const { snapshot, chosen } = looked
  const [asked, setAsked] = useState<string | null>(null)
  const nodeId = find(snapshot, 'node', asked)?.id ?? firstNode(looked)
  const own = useFigures(nodeId)
  if (nodeId === null) return null
  const flow = twoSidedFlow(snapshot, nodeId, chosen.cycleId)
  const [sides, loops] = [figure(`sides:${nodeId}`), own.figure(`loops:${nodeId}`)]
  return (
    <Section
      title="One node, both sides"
      says={says}
      tools={
        <Select
          label="Node"
          isLabelHidden
          value={nodeId}
          options={listOf(snapshot, 'node').map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={setAsked}
        />
      }
    >
      {isTable ? (
        <ExchangeList
          caption="What it gets and gives"
          snapshot={snapshot}
          ids={[...flow.givers, ...flow.takers].map(({ exchange }) => exchange.id)}
        />
      ) : (
        <FlowSides flow={flow} nodeId={nodeId} snapshot={snapshot} />
      )}
      <ul className={styles['figures']} aria-label="What it gets and gives, and what comes back">
        {sides && (
          <li>
            <FigureLine figure={sides} />
          </li>
        )}
        <li>{loops ? <FigureLine figure={loops} /> : <FigureGhost name="Comes back to us" />}</li>
      </ul>
      <Loops own={own} nodeId={nodeId} />
    </Section>
  )
}

/** The ways on which value comes back, node by node, the strongest first. */
function Loops({ own: { looked, figure }, nodeId }: { readonly own: Figures; readonly nodeId: string }) {
  const ids = loopIds(looked).filter((id) => focalOf(id) === nodeId)
  if (ids.length === 0) return null
  const cap = loopsCap(looked)
  return (
    <>
      {cap && <Calm>{cap}</Calm>}
      <FigureList ids={ids} figure={figure} />
    </>
  )
}
