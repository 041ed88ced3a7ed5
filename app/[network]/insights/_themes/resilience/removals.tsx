'use client'
import { useId, useState } from 'react'
import { useView } from '../../../../../lib/client/view.ts'
import { hangTogether } from '../../../../../lib/domain/measure/figure/shape.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { SortableTable } from '../../../../components/graph/sortable-table.tsx'
import { FigureGhost, FigureLine } from '../../_parts/figure-line.tsx'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import styles from './resilience.module.css'

/** What hangs together after so many nodes are gone. */
type Step = {
  readonly gone: number
  /** who goes in this step; null before the first one */
  readonly nodeId: string | null
  readonly name: string
  /** nodes in the largest group when the busiest go first */
  readonly left: number
  /** the same on average when nodes go in any order */
  readonly any: number
}

function stepsOf({ snapshot, results: { valueNetwork: network } }: ThemeProps['looked']): readonly Step[] {
  if (!network) return []
  const { R_adaptive: busiest, R_random: random, counts } = network
  return busiest.order.map(
    (nodeId, at): Step => ({
      gone: at + 1,
      nodeId,
      name: find(snapshot, 'node', nodeId)?.name ?? '',
      left: Math.round((busiest.s[at] ?? 0) * counts.nodes),
      any: Math.round((random.s[at] ?? 0) * counts.nodes),
    }),
  )
}

const says =
  'How many nodes still hang together as the busiest go, one after the other; the shaded band reaches up to what is left when any go, on average.'

/** What is left as nodes go, step by step. */
export function Removals({ looked, figure, isTable }: ThemeProps) {
  const { select } = useView()
  const own = figure('robust')
  const steps = stepsOf(looked)
  return (
    <Section title="What is left when nodes go" says={says}>
      {own ? <FigureLine figure={own} /> : <FigureGhost name="When the busiest go" />}
      {isTable ? (
        <SortableTable
          isPart
          caption="What is left when the busiest go"
          columns={[
            { key: 'name', title: 'Who goes', value: ({ name }) => name },
            { key: 'gone', title: 'Nodes gone', value: ({ gone }) => gone, isNumber: true },
            { key: 'left', title: 'Still together', value: ({ left }) => left, isNumber: true },
            { key: 'any', title: 'When any go', value: ({ any }) => any, isNumber: true },
          ]}
          rows={steps}
          keyOf={({ gone }) => String(gone)}
          onOpen={({ nodeId }) => nodeId !== null && select('node', nodeId)}
          empty="There is no node yet."
        />
      ) : (
        steps.length > 1 && <Chart steps={steps} together={hangTogether(looked)} />
      )}
    </Section>
  )
}

type Point = readonly [x: number, y: number]

/** The corners of a line of steps, each value of which holds until the next node goes; in a square of 100. */
function corners(values: readonly number[], most: number): Point[] {
  const width = 100 / values.length
  return values.flatMap((value, at): Point[] => [at, at + 1].map((place) => [place * width, 100 - (value * 100) / most]))
}

function drawn(points: readonly Point[]): string {
  return points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ')
}

function stepText({ gone, name, left, any }: Step, most: number): string {
  if (gone === 0) return left === most ? `All ${most} nodes hang together.` : `Nobody is gone: ${left} of ${most} nodes hang together.`
  const stay = left < 2 ? 'no two still hang together' : `${left} still hang together`
  return `${gone} gone, last ${name}: ${stay}; when ${gone === 1 ? 'any one goes' : `any ${gone} go`}, about ${any}.`
}

/** @param together how many hang together before anybody goes: not all, where the network is in pieces */
function Chart({ steps, together }: { readonly steps: readonly Step[]; readonly together: number }) {
  const id = useId()
  const [chosen, setChosen] = useState(1)
  const most = steps.length
  const all: readonly Step[] = [{ gone: 0, nodeId: null, name: '', left: together, any: together }, ...steps]
  const busiest = all.map(({ left }) => left)
  const any = all.map((step) => Math.max(step.any, step.left))
  const step = all[Math.min(chosen, steps.length)]
  const text = step && stepText(step, most)
  return (
    <div className={styles['removals']}>
      <div className={styles['plot']}>
        <span>{most} nodes</span>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <polygon data-part="band" points={drawn([...corners(busiest, most), ...corners(any, most).toReversed()])} />
          <polyline data-part="any" points={drawn(corners(any, most))} vectorEffect="non-scaling-stroke" />
          <polyline data-part="busiest" points={drawn(corners(busiest, most))} vectorEffect="non-scaling-stroke" />
          <line
            data-part="here"
            x1={((chosen + 0.5) * 100) / all.length}
            x2={((chosen + 0.5) * 100) / all.length}
            y1="0"
            y2="100"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <span>0</span>
      </div>
      <label htmlFor={id}>Nodes gone</label>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length}
        value={chosen}
        aria-valuetext={text}
        onChange={({ currentTarget }) => setChosen(currentTarget.valueAsNumber)}
      />
      <p aria-hidden="true">{text}</p>
    </div>
  )
}
