'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { SharedCamera } from '../../../../lib/client/presence/state.ts'
import { styleByCondition } from '../../../../lib/client/scene-input/map.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { cssOf } from '../../../../lib/layout/colour.ts'
import { needPaint } from '../../../../lib/layout/draw/need.ts'
import { isTroubled } from '../../../../lib/layout/input.ts'
import { counted, needInWords, valueInWords } from '../../../components/graph/words.ts'
import { useAreaTones } from '../../../components/ui/area-tone.ts'
import { classNames } from '../../../components/ui/class-names.ts'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import type { Lens } from '../_session/steps.ts'
import styles from './drawing.module.css'
import { Plane } from './plane.tsx'
import { type ChainItem, type ChainLink, card, type StopChain, stopChain } from './stop-chain.ts'

type Props = {
  readonly stopId: string
  readonly keyResultId: string
  readonly lens: Lens
  readonly onOwnMove: () => void
  readonly followed: SharedCamera | null
}

const step = card.width + card.across

/** Three columns are seen at once: the item with one need each way, or all that is drawn one way. */
function frameOf({ items }: StopChain, lens: Lens) {
  const columns = items.map(({ column }) => column)
  const middle = lens === 'why' ? Math.min(...columns) / 2 : lens === 'soWhat' ? Math.max(...columns) / 2 : 0
  return { x: (middle - 1.5) * step, y: -430, width: 3 * step, height: 860 }
}

/** The chain of the item of a stop, from those who give to those who wait. */
export function ChainDrawing({ stopId, keyResultId, lens, onOwnMove, followed }: Props) {
  const { snapshot, assessment } = useNetwork()
  const graph = useMemo(() => needGraph(snapshot, assessment.cycleId), [snapshot, assessment.cycleId])
  const chain = useMemo(() => stopChain({ graph, assessment, keyResultId }), [graph, assessment, keyResultId])
  const title = find(snapshot, 'keyResult', keyResultId)?.title ?? ''
  return (
    <Plane
      label={`Chain of “${title}”, from those who give to those who wait`}
      frame={frameOf(chain, lens)}
      viewKey={`${stopId} ${lens}`}
      largest={1.25}
      onOwnMove={onOwnMove}
      followed={followed}
    >
      <Links chain={chain} />
      <ul>
        {chain.items.map((item) => (
          <ChainCard key={item.id} item={item} link={linkOf(chain, item)} isDim={isOutside(item, lens)} />
        ))}
      </ul>
      <SideNote count={chain.left.upstream} isEmpty={!chain.items.some(({ column }) => column < 0)} side={-1} />
      <SideNote count={chain.left.downstream} isEmpty={!chain.items.some(({ column }) => column > 0)} side={1} />
    </Plane>
  )
}

function isOutside({ column }: ChainItem, lens: Lens): boolean {
  return lens === 'why' ? column > 0 : lens === 'soWhat' ? column < 0 : false
}

/** The need that ties a card to the chain: the first towards the item. */
function linkOf({ links }: StopChain, { id, column }: ChainItem): ChainLink | undefined {
  return column < 0 ? links.find(({ fromId }) => fromId === id) : column > 0 ? links.find(({ toId }) => toId === id) : undefined
}

function Links({ chain: { items, links } }: { readonly chain: StopChain }) {
  const { assessment } = useNetwork()
  const byId = new Map(items.map((item) => [item.id, item]))
  return (
    <svg className={styles['links']} aria-hidden="true">
      {links.map((link) => {
        const [from, to] = [byId.get(link.fromId), byId.get(link.toId)]
        const need = assessment.dependencies.get(link.id)
        if (!from || !to || !need) return null
        const style = styleByCondition[need.condition]
        const { stroke, dash } = needPaint(style)
        const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2]
        const ink = cssOf(stroke ?? 'edge')
        const bend = Math.max(26, (x2 - x1) / 2)
        return (
          <g key={link.id}>
            <path
              d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 12} ${y2}`}
              stroke={ink}
              strokeWidth={isTroubled(style) ? 5 : 3}
              strokeDasharray={dash
                ?.split(' ')
                .map((each) => Number(each) * 2)
                .join(' ')}
            />
            <path d={`M${x2} ${y2}l-15 -8v16z`} fill={ink} stroke="none" />
          </g>
        )
      })}
    </svg>
  )
}

type CardProps = { readonly item: ChainItem; readonly link: ChainLink | undefined; readonly isDim: boolean }

function ChainCard({ item, link, isDim }: CardProps) {
  const { snapshot, assessment } = useNetwork()
  const tones = useAreaTones()
  const keyResult = find(snapshot, 'keyResult', item.keyResultId)
  const facts = assessment.keyResults.get(item.keyResultId ?? '')
  const nodeId = item.nodeId ?? facts?.nodeId ?? null
  const node = find(snapshot, 'node', nodeId)
  const need = assessment.dependencies.get(link?.id ?? '')
  const what = find(snapshot, 'dependency', link?.id ?? null)?.what
  const tone = node ? tones.get(node.areaId) : undefined
  const title = keyResult?.title ?? (what ? `“${what}”` : 'Not named yet')
  return (
    <li
      className={classNames(styles['card'], item.column === 0 && styles['item'], item.isQuiet && styles['quiet'], isDim && styles['dim'])}
      style={{ left: item.x, top: item.y, width: item.width, height: item.height, borderLeftColor: tone?.colour }}
      data-chain={item.column}
    >
      <span className={styles['name']} data-read={item.isQuiet ? undefined : 'name'}>
        {title}
      </span>
      {!item.isQuiet && (
        <>
          <span className={styles['facts']}>
            {facts && <StatusBadge status={facts.display} size={30} />}
            {keyResult && <Value text={valueInWords(keyResult.metric)} />}
            {!keyResult && <b className={styles['none']}>no key result yet</b>}
          </span>
          <span className={styles['where']}>
            <span style={{ color: tone?.colour }}>{node?.name}</span>
            {need && <span className={isTroubled(styleByCondition[need.condition]) ? styles['bad'] : undefined}>{needInWords(need)}</span>}
          </span>
        </>
      )}
    </li>
  )
}

/** A number with its unit in smaller type: the unit may be cut, the number never. */
function Value({ text }: { readonly text: string }) {
  const [, figure = text, unit = ''] = /^(.*\d)\s*(\D*)$/.exec(text) ?? []
  return (
    <>
      <b data-read="number" data-long={figure.length > 11 || undefined}>
        {figure}
      </b>
      {unit !== '' && <span className={styles['unit']}>{unit}</span>}
    </>
  )
}

type NoteProps = { readonly count: number; readonly isEmpty: boolean; readonly side: 1 | -1 }

/** What stands beyond the edge of the chain, or that nothing does. */
function SideNote({ count, isEmpty, side }: NoteProps) {
  if (!isEmpty && count === 0) return null
  const words = isEmpty
    ? side < 0
      ? 'Needs nothing of others'
      : 'Nobody waits for it'
    : `${counted(count, 'key result')} more ${side < 0 ? 'behind' : count === 1 ? 'waits' : 'wait'}`
  const left = side * step - card.width / 2
  return (
    <p className={styles['beyond']} style={{ left, top: isEmpty ? -30 : 380, width: card.width }}>
      {words}
    </p>
  )
}
