'use client'

import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useDelete } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { useMayAsk } from '../../../../lib/client/who.ts'
import type { Shown } from '../../../../lib/domain/measure/figure/figure.ts'
import type { Overlay } from '../../../../lib/domain/measure/overlay/overlay.ts'
import type { OverlayNumber } from '../../../../lib/domain/measure/overlay/result-numbers.ts'
import { find, networkOf } from '../../../../lib/domain/snapshot.ts'
import type { ChainCard, ChainScene } from '../../../../lib/layout/scene.ts'
import { NumberTag, withNumber } from '../../../components/figure/number-tag.tsx'
import { resultKinds, useNumbers } from '../../../components/figure/numbers.ts'
import { askNeed, askOffer } from '../../../components/graph/connect-prompts.ts'
import { findAction, needAction, offerAction, removeAction } from '../../../components/graph/graph-actions.ts'
import { changeAt, withChange } from '../../../components/graph/item-change.ts'
import { litOnChain } from '../../../components/graph/lit.ts'
import { MarkButton } from '../../../components/graph/mark-button.tsx'
import { Marks } from '../../../components/graph/marks.tsx'
import { NeedBundleDialog } from '../../../components/graph/need-bundle-dialog.tsx'
import { Stage } from '../../../components/graph/stage.tsx'
import { flyTo, useDrawing } from '../../../components/graph/use-drawing.ts'
import { useFramed } from '../../../components/graph/use-framed.ts'
import { BandTitles } from './band-titles.tsx'
import { CardFace, chainLevels } from './card-face.tsx'
import styles from './chain-drawing.module.css'
import { ChainLegend } from './chain-legend.tsx'
import { chainWalk } from './chain-walk.ts'
import { cardInWords, needsInWords } from './chain-words.ts'
import { makeReach } from './reach.ts'
import { SentenceCard } from './sentence-card.tsx'
import { useChainPaint } from './use-chain-paint.ts'
import { useOpening } from './use-opening.ts'

const FindBox = dynamic(() => import('../../../components/graph/find-box.tsx').then(({ FindBox: loaded }) => loaded))

type DrawingProps = {
  readonly scene: ChainScene
  readonly headingId: string
  /** what a figure is about; null where none is shown */
  readonly shown: Shown | null
}

/** The chain itself: painted marks below, real buttons above. */
export function ChainDrawing({ scene, headingId, shown }: DrawingProps) {
  const { snapshot, assessment } = useNetwork()
  const { selection } = useView()
  const [level, setLevel] = useState(chainLevels.length - 2)
  const detail = chainLevels[level]?.detail ?? 'card'
  const scale = chainLevels[level]?.from ?? 1
  const [isFinding, setFinding] = useState(false)
  const edges = useMemo(() => needsInWords(snapshot, assessment, scene), [snapshot, assessment, scene])
  const walk = useMemo(() => chainWalk(scene, edges), [scene, edges])
  const cardById = useMemo(() => new Map(scene.cards.map((card) => [card.id, card])), [scene])
  const edgeById = useMemo(() => new Map(scene.edges.map((edge) => [edge.id, edge])), [scene])
  const reach = useMemo(() => makeReach(scene.edges), [scene])
  const drawing = useDrawing({
    walk,
    recordOf: (id) => recordOf(cardById.get(id)),
    recordOfEdge: (id) => {
      const edge = edgeById.get(id)
      const [only] = edge?.dependencyIds ?? []
      return only ? { kind: 'need', id: only } : null
    },
    needsOf: (id) => edgeById.get(id)?.dependencyIds ?? [],
    around: (id, depth) => reach(id, depth ?? undefined).all,
  })
  const { zoom, walker, events, lit, source } = drawing
  const figure = useMemo(() => shown && litOnChain(scene, shown), [scene, shown])
  const litFrame = useFramed(figure, walk, zoom)
  const selectedEdge = selection?.kind === 'need' ? (scene.edges.find(({ dependencyIds }) => dependencyIds.includes(selection.id))?.id ?? null) : null
  const { marks, labels, emphasisOf } = useChainPaint(scene, {
    scale,
    lit,
    source,
    edgeId: walker.edge ?? selectedEdge,
    shown: figure,
  })
  const current = walker.current ? cardById.get(walker.current) : undefined
  useAction(findAction, () => setFinding(true))
  useCardActions(current)
  const opening = useOpening(scene, selection)
  const { overlay } = useNumbers(resultKinds)
  const pinned = source !== null && cardById.get(source)?.kind !== 'stub' ? source : null

  return (
    <div className={styles['wrap']}>
      <Stage
        label={`${scene.level === 'node' ? 'Nodes' : 'Key results'} of ${networkOf(snapshot).name} and what they need from each other`}
        description="dependency chain"
        describedBy={headingId}
        content={scene.view}
        opening={(room) => litFrame() ?? opening(room)}
        levels={chainLevels}
        onLevel={setLevel}
        zoom={zoom}
        picture={
          <>
            <Marks marks={marks} emphasisOf={emphasisOf} />
            <Marks marks={labels} emphasisOf={emphasisOf} />
          </>
        }
        handlers={{ onKeyDown: walker.onKeyDown, onKeyUp: walker.onKeyUp, onClick: drawing.pointer.onClick }}
        legend={<ChainLegend isCompared={scene.changes !== undefined} />}
      >
        <BandTitles scene={scene} hasBands={detail !== 'card' && detail !== 'full'} scale={scale} />
        {scene.lanes.map((lane) => (
          <div key={lane.areaId} role="group" aria-label={lane.title.full} className={styles['lane']}>
            {scene.cards
              .filter((card) => walk.items.get(card.id)?.group === lane.areaId)
              .map((card) => (
                <MarkButton
                  key={card.id}
                  id={card.id}
                  box={card.box}
                  name={withNumber(withChange(cardInWords(snapshot, assessment, card), scene.changes, `card:${card.id}`), numberOf(overlay, card))}
                  change={changeAt(scene.changes, `card:${card.id}`)}
                  isCurrent={walker.current === card.id}
                  isOpen={selection !== null && recordOf(card)?.id === selection.id}
                  isDim={emphasisOf('card', card.id) === 'dim'}
                  events={events}
                >
                  <CardFace card={card} detail={detail} scale={scale} />
                  <NumberTag number={numberOf(overlay, card)} hasRoom={scale >= roomyFrom} />
                </MarkButton>
              ))}
          </div>
        ))}
      </Stage>
      <NeedBundleDialog />
      {isFinding && (
        <FindBox
          walk={walk}
          nameOf={(id) => cardById.get(id)?.title.full ?? ''}
          onFly={(id) => flyTo(id, walk, zoom.current)}
          onClose={() => setFinding(false)}
        />
      )}
      {pinned && <SentenceCard card={cardById.get(pinned)} reach={reach(pinned)} cards={cardById} />}
    </div>
  )
}

/** From which scale on the count behind a number is written beside it. */
const roomyFrom = 0.52

function numberOf(overlay: Overlay | null, card: ChainCard): OverlayNumber | undefined {
  return card.kind === 'key-result' ? overlay?.keyResults.get(card.id) : card.kind === 'node' ? overlay?.nodes.get(card.nodeId) : undefined
}

function recordOf(card: ChainCard | undefined): { kind: 'kr' | 'node'; id: string } | null {
  if (!card) return null
  return card.kind === 'key-result' ? { kind: 'kr', id: card.id } : { kind: 'node', id: card.nodeId }
}

/** What can be done to the card that has the focus, by key and palette. */
function useCardActions(current: ChainCard | undefined): void {
  const { snapshot } = useNetwork()
  const ask = useMayAsk()
  const remove = useDelete()
  const [entity, id] = current?.kind === 'key-result' ? (['keyResult', current.id] as const) : (['node', current?.nodeId ?? ''] as const)
  const may = ask(entity, find<'keyResult' | 'node'>(snapshot, entity, id))
  useAction(
    needAction,
    () => current && askNeed(current.kind === 'key-result' ? { consumerKeyResultId: current.id } : { consumerNodeId: current.nodeId }),
    { enabled: may },
  )
  useAction(
    offerAction,
    () => current && askOffer(current.kind === 'key-result' ? { supplierKeyResultId: current.id } : { supplierNodeId: current.nodeId }),
    { enabled: may },
  )
  useAction(
    removeAction,
    () => current && void remove(current.kind === 'key-result' ? 'keyResult' : 'node', current.kind === 'key-result' ? current.id : current.nodeId),
    {
      enabled: current !== undefined && current.kind !== 'stub',
    },
  )
}
