'use client'

import { useCallback, useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useDelete } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { fitChainLabels, withChainLabels } from '../../../../lib/layout/chain/fit-labels.ts'
import { drawChainLabels } from '../../../../lib/layout/draw/chain.ts'
import type { Part } from '../../../../lib/layout/draw/mark.ts'
import type { ChainCard, ChainScene, EdgeLabel } from '../../../../lib/layout/scene.ts'
import { drawScene } from '../../../../lib/layout/scene-to-svg.ts'
import { askNeed } from '../../../components/graph/connect-prompts.ts'
import { FindBox } from '../../../components/graph/find-box.tsx'
import { findAction, needAction, removeAction } from '../../../components/graph/graph-actions.ts'
import { MarkButton } from '../../../components/graph/mark-button.tsx'
import { type Emphasis, Marks } from '../../../components/graph/marks.tsx'
import { Stage } from '../../../components/graph/stage.tsx'
import { flyTo, useDrawing } from '../../../components/graph/use-drawing.ts'
import { BandTitles } from './band-titles.tsx'
import { CardFace, chainLevels } from './card-face.tsx'
import styles from './chain-drawing.module.css'
import { ChainLegend } from './chain-legend.tsx'
import { chainWalk } from './chain-walk.ts'
import { cardInWords, needsInWords } from './chain-words.ts'
import { makeReach } from './reach.ts'
import { SentenceCard } from './sentence-card.tsx'

const noLabels: ReadonlyMap<string, EdgeLabel> = new Map()

/** Below the first scale a chain does not open whole, and then it opens at the second. */
const [smallestOpening, openingScale] = [0.55, 0.8]

/** The chain itself: painted marks below, real buttons above. */
export function ChainDrawing({ scene, headingId }: { scene: ChainScene; headingId: string }) {
  const { snapshot, assessment } = useNetwork()
  const { selection } = useView()
  const remove = useDelete()
  const [level, setLevel] = useState(chainLevels.length - 2)
  const detail = chainLevels[level]?.detail ?? 'card'
  const scale = chainLevels[level]?.from ?? 1
  const [isFinding, setFinding] = useState(false)
  const marks = useMemo(() => drawScene(withChainLabels(scene, noLabels)), [scene])
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
      if (edge && edge.count > 1) return recordOf(cardById.get(edge.toId))
      return only ? { kind: 'need', id: only } : null
    },
    around: (id, depth) => reach(id, depth ?? undefined).all,
  })
  const { zoom, walker, events, lit, source } = drawing
  const selectedEdge = selection?.kind === 'need' ? (scene.edges.find(({ dependencyIds }) => dependencyIds.includes(selection.id))?.id ?? null) : null
  const emphasisOf = useEmphasis(scene, lit, source, walker.edge ?? selectedEdge)
  const litEdges = useMemo(
    () => (lit ? new Set(scene.edges.filter(({ fromId, toId }) => lit.has(fromId) && lit.has(toId)).map(({ id }) => id)) : null),
    [scene, lit],
  )
  const labels = useMemo(() => drawChainLabels(withChainLabels(scene, fitChainLabels(scene, scale, litEdges))), [scene, scale, litEdges])
  const current = walker.current ? cardById.get(walker.current) : undefined
  useAction(findAction, () => setFinding(true))
  useAction(
    needAction,
    () => current && askNeed(current.kind === 'key-result' ? { consumerKeyResultId: current.id } : { consumerNodeId: current.nodeId }),
    { enabled: current !== undefined },
  )
  useAction(
    removeAction,
    () => current && void remove(current.kind === 'key-result' ? 'keyResult' : 'node', current.kind === 'key-result' ? current.id : current.nodeId),
    {
      enabled: current !== undefined && current.kind !== 'stub',
    },
  )
  const opening = useOpening(scene, selection?.id ?? null)
  const pinned = source !== null && cardById.get(source)?.kind !== 'stub' ? source : null

  return (
    <div className={styles['wrap']}>
      <Stage
        label={`${scene.level === 'node' ? 'Nodes' : 'Key results'} of ${networkOf(snapshot).name} and what they need from each other`}
        description="dependency chain"
        describedBy={headingId}
        content={scene.view}
        opening={opening}
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
        legend={<ChainLegend />}
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
                  name={cardInWords(snapshot, assessment, card)}
                  isCurrent={walker.current === card.id}
                  isOpen={selection !== null && recordOf(card)?.id === selection.id}
                  isDim={emphasisOf('card', card.id) === 'dim'}
                  events={events}
                >
                  <CardFace card={card} detail={detail} scale={scale} />
                </MarkButton>
              ))}
          </div>
        ))}
      </Stage>
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

function recordOf(card: ChainCard | undefined): { kind: 'kr' | 'node'; id: string } | null {
  if (!card) return null
  return card.kind === 'key-result' ? { kind: 'kr', id: card.id } : { kind: 'node', id: card.nodeId }
}

/** A chain that would open too small to read opens where somebody has to look first: at the selection, else at the worst card. */
function useOpening({ view, cards, edges }: ChainScene, selectedId: string | null) {
  return useState(() => {
    if (typeof window === 'undefined') return null
    const room = { width: window.innerWidth - 24, height: window.innerHeight - 104 }
    if (Math.min(room.width / view.width, room.height / view.height) >= smallestOpening) return null
    const [width, height] = [Math.min(view.width, room.width / openingScale), Math.min(view.height, room.height / openingScale)]
    const bad = new Set(edges.flatMap(({ style, toId }) => (style === 'late' || style === 'overdue' || style === 'broken' ? [toId] : [])))
    const first =
      cards.find(({ id }) => id === selectedId) ?? cards.find(({ badge }) => badge?.status === 'blocked') ?? cards.find(({ id }) => bad.has(id))
    if (!first) return { x: view.x, y: view.y, width, height }
    const within = (middle: number, size: number, from: number, whole: number) => Math.min(Math.max(middle - size / 2, from), from + whole - size)
    return { x: within(first.box.x, width, view.x, view.width), y: within(first.box.y, height, view.y, view.height), width, height }
  })[0]
}

/** What stands out: the chain of what is looked at; everything else is quiet. */
function useEmphasis(
  scene: ChainScene,
  lit: ReadonlySet<string> | null,
  source: string | null,
  edgeId: string | null,
): (part: Part, id: string) => Emphasis {
  const ends = useMemo(() => new Map(scene.edges.map(({ id, fromId, toId }) => [id, [fromId, toId] as const])), [scene])
  return useCallback(
    (part, id) => {
      if (part === 'card') {
        if (edgeId !== null && lit === null) return (ends.get(edgeId) ?? []).some((end) => end === id) ? 'strong' : 'plain'
        return lit && !lit.has(id) ? 'dim' : id === source ? 'strong' : 'plain'
      }
      if (part !== 'dependency' && part !== 'label') return 'plain'
      if (id === edgeId) return 'strong'
      const pair = ends.get(id)
      if (!lit || !pair) return 'plain'
      return lit.has(pair[0]) && lit.has(pair[1]) ? (part === 'label' || edgeId !== null ? 'plain' : 'strong') : 'dim'
    },
    [ends, lit, source, edgeId],
  )
}
