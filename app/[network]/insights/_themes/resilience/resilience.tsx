'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { inHundred } from '../../../../../lib/domain/measure/report/said.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { ChanceBar } from '../../_parts/bars.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { FigureGhost, FigureLine } from '../../_parts/figure-line.tsx'
import styles from '../../_parts/insights.module.css'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import { TableOrBars } from '../../_parts/table-or-bars.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { nobodyMissed } from './nobody-missed.ts'
import { Removals } from './removals.tsx'
import { SpiderScale } from './spider-scale.tsx'

/** Whether the network hangs on one node: as a shape, by who would be missed, and by what is left as nodes go. */
export function Resilience(theme: ThemeProps) {
  if (theme.looked.snapshot.tables.exchange.size === 0)
    return (
      <Calm way="map">
        No exchange is drawn yet, so nobody knows what hangs on whom. On the map, select a node and say what it gives to another one.
      </Calm>
    )
  return (
    <>
      <Shape {...theme} />
      <Leans {...theme} />
      <Removals {...theme} />
    </>
  )
}

function Shape({ looked, figure }: ThemeProps) {
  const [starfish, links] = [figure('starfish'), figure('links')]
  const hub = looked.results.valueNetwork?.degreeCentralization ?? null
  return (
    <Section title="Starfish or spider" says="A spider dies without its head; a starfish grows a lost leg again.">
      <ul className={styles['figures']}>
        <li>
          {starfish ? (
            <FigureLine figure={starfish}>
              <SpiderScale score={hub === null ? null : inHundred(1 - hub)} />
            </FigureLine>
          ) : (
            <FigureGhost name="Starfish score" />
          )}
        </li>
        <li>{links ? <FigureLine figure={links} /> : <FigureGhost name="Only links" />}</li>
      </ul>
    </Section>
  )
}

type Row = { readonly nodeId: string; readonly name: string; readonly share: number }

function Leans({ looked, figure, isTable }: ThemeProps) {
  const { select } = useView()
  const title = 'On whom most leans'
  const losses = looked.results.valueNetwork?.flowLossIfRemoved
  if (!losses)
    return (
      <Section title={title}>
        <RowsGhost rows={6} />
      </Section>
    )
  const rows = Object.entries(losses).flatMap(([nodeId, share]): Row[] =>
    share === null || share === 0 ? [] : [{ nodeId, share, name: find(looked.snapshot, 'node', nodeId)?.name ?? '' }],
  )
  if (rows.length === 0)
    return (
      <Section title={title}>
        <Calm>{nobodyMissed(Object.values(losses))}</Calm>
      </Section>
    )
  const widest = rows.toSorted((a, b) => b.share - a.share)
  return (
    <Section
      title={title}
      says="How many of the ways between the others are gone without a node. It says what the network has built, not how good anybody is."
    >
      <TableOrBars
        isTable={isTable}
        caption="Ways lost without each node"
        columns={[
          { key: 'name', title: 'Node', value: ({ name }) => name },
          { key: 'share', title: 'Ways lost, in %', value: ({ share }) => inHundred(share), isNumber: true },
        ]}
        rows={widest}
        keyOf={({ nodeId }) => nodeId}
        onOpen={({ nodeId }) => select('node', nodeId)}
        empty="No node is missed."
        noun="nodes"
        atFirst={8}
        figure={figure}
        barOf={({ nodeId, name, share }) => {
          // of a few ways the figure tells a count, because a share would sound like much
          const told = figure(`leans:${nodeId}`)?.value ?? `${inHundred(share)}%`
          return {
            figureId: `leans:${nodeId}`,
            name,
            spoken: `${told}${told.endsWith('%') ? ' of the' : ''} ways between the others are gone without it`,
            value: told,
            bar: <ChanceBar value={share} low={share} high={share} />,
          }
        }}
      />
    </Section>
  )
}
