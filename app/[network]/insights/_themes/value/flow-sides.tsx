'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { breadthOf, type FlowBand, type TwoSided } from '../../../../../lib/domain/measure/value/two-sided.ts'
import { find, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { counted } from '../../../../components/graph/words.ts'
import { useRoving } from '../../_parts/use-roving.ts'
import styles from './value.module.css'

/** So many bands stand on one side; the rest is one line. */
const atMost = 12
/** Breadth of one step of worth, in pixels; no band is broader than so many steps. */
const [step, mostSteps] = [3, 6]

type Props = { readonly flow: TwoSided; readonly nodeId: string; readonly snapshot: Snapshot }

/** Givers to the left, takers to the right, the node between them. */
export function FlowSides({ flow: { givers, takers }, nodeId, snapshot }: Props) {
  return (
    <div className={styles['sides']}>
      <Side title="Gets" bands={givers} snapshot={snapshot} side="in" />
      <p className={styles['middle']}>{find(snapshot, 'node', nodeId)?.name}</p>
      <Side title="Gives" bands={takers} snapshot={snapshot} side="out" />
    </div>
  )
}

function worthOf({ rating, needs }: FlowBand): string {
  return rating === null ? `not rated, ${counted(needs, 'need')} can use it` : `worth ${rating} to the receiver`
}

type SideProps = { readonly title: string; readonly bands: readonly FlowBand[]; readonly snapshot: Snapshot; readonly side: 'in' | 'out' }

function Side({ title, bands, snapshot, side }: SideProps) {
  const { select } = useView()
  const shown = bands.length > atMost ? bands.slice(0, atMost - 1) : bands
  const { markProps, onKeyDown } = useRoving(shown.map(({ exchange }) => exchange.id))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of its marks come through here
    <div className={styles['side']} data-side={side} onKeyDown={onKeyDown}>
      <h3>
        {title} {bands.length}
      </h3>
      <ul aria-label={`${title}. Arrows go from one to the next, Enter opens it.`}>
        {shown.map((band) => {
          const { exchange, otherNodeId } = band
          const name = find(snapshot, 'node', otherNodeId)?.name ?? ''
          return (
            <li key={exchange.id}>
              <button
                type="button"
                aria-label={`${exchange.deliverable}, ${side === 'in' ? 'from' : 'to'} ${name}, ${worthOf(band)}, ${exchange.kind}`}
                onClick={() => select('exchange', exchange.id)}
                {...markProps(exchange.id)}
              >
                <span className={styles['other']}>
                  {name}
                  <small>{exchange.deliverable}</small>
                </span>
                <span className={styles['band']} data-kind={exchange.kind} data-cost={(band.rating ?? 0) < 0 || undefined}>
                  <i style={{ height: Math.min(mostSteps, breadthOf(band)) * step }} />
                  <small>{band.rating ?? (band.needs > 0 ? counted(band.needs, 'need') : 'not rated')}</small>
                </span>
              </button>
            </li>
          )
        })}
        {bands.length > shown.length && <li className={styles['rest']}>others ({bands.length - shown.length}), in the table</li>}
        {bands.length === 0 && <li className={styles['rest']}>nothing</li>}
      </ul>
    </div>
  )
}
