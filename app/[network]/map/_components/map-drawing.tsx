'use client'

import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Part } from '../../../../lib/layout/draw/mark.ts'
import { drawScene } from '../../../../lib/layout/scene-to-svg.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import { findAction } from '../../../components/graph/graph-actions.ts'
import { FindBox } from '../../../components/graph/find-box.tsx'
import { labelsWithRoom } from '../../../components/graph/label-room.ts'
import { MarkButton } from '../../../components/graph/mark-button.tsx'
import { type Emphasis, Marks } from '../../../components/graph/marks.tsx'
import { Stage } from '../../../components/graph/stage.tsx'
import { flyTo, useDrawing } from '../../../components/graph/use-drawing.ts'
import type { Walk, WalkItem } from '../../../components/graph/walk.ts'
import { ConnectHandle } from './connect-handle.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapMenu } from './map-menu.tsx'
import styles from './map-drawing.module.css'
import { linesInWords, nodeInWords } from './map-words.ts'
import { NewNodeForm, type NewNodePlace } from './new-node-form.tsx'
import { type Detail, mapLevels, NodeFace } from './node-face.tsx'
import { RenameField } from './rename-field.tsx'
import { useMapCommands } from './use-map-commands.ts'
import { useNodeDrag } from './use-node-drag.ts'
import type { Layers } from './use-layers.ts'

type DrawingProps = { readonly scene: MapScene; readonly kept: ReadonlySet<string> | null; readonly headingId: string; readonly name: string; readonly layers: Layers }

const coreId = 'core'

/** How much larger than laid out a label may be written, so that it can be read from further away. */
const largestLabel = 1.7

/** What keys can reach on a map: the core first, then the nodes area by area. */
function walkOf(scene: MapScene, lines: Walk['edges']): Walk {
  const { centre, radius } = scene.core
  const core: WalkItem = { id: coreId, x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius, group: null, layer: null }
  const areas = new Map(scene.areas.map(({ id }, at) => [id, at]))
  const nodes = scene.nodes.toSorted((a, b) => (areas.get(a.areaId) ?? 0) - (areas.get(b.areaId) ?? 0))
  const items = nodes.map(({ id, box, areaId }): WalkItem => ({ id, ...box, group: areaId, layer: null }))
  return { items: new Map([core, ...items].map((item) => [item.id, item])), order: [coreId, ...items.map(({ id }) => id)], edges: lines, arrows: 'place' }
}

/** The map itself: painted marks below, real buttons above. */
export function MapDrawing({ scene, kept, headingId, name, layers }: DrawingProps) {
  const { snapshot, assessment } = useNetwork()
  const [level, setLevel] = useState(6)
  const detail = mapLevels[level]?.detail ?? 'card'
  const [placing, setPlacing] = useState<NewNodePlace | null>(null)
  const [isFinding, setFinding] = useState(false)
  const marks = useMemo(() => drawScene(scene), [scene])
  const lines = useMemo(() => linesInWords(snapshot, scene), [snapshot, scene])
  const walk = useMemo(() => walkOf(scene, lines), [scene, lines])
  const exchangeIds = useMemo(() => new Set(scene.exchanges.map(({ id }) => id)), [scene])
  const drawing = useDrawing({
    walk,
    recordOf: (id) => (id === coreId ? null : { kind: 'node', id }),
    recordOfEdge: (id) => (exchangeIds.has(id) ? { kind: 'exchange', id } : consumerOf(scene, id)),
    onOpenOther: () => drawing.zoom.current?.fit(),
  })
  const { zoom, walker, events, lit, source } = drawing
  const roomy = useMemo(() => labelRoom(scene, mapLevels[level]?.from ?? 1), [scene, level])
  const emphasisOf = useEmphasis(scene, { lit, source, kept, edge: walker.edge, roomy })
  const current = walker.current === coreId ? null : walker.current
  const commands = useMapCommands({ scene, current, startNew: () => setPlacing(centrePlace(scene, snapshot.tables.node.get(current ?? '')?.areaId)) })
  const drag = useNodeDrag(scene, zoom)
  useAction(findAction, () => setFinding(true))

  const onDoubleClick = useCallback((event: MouseEvent) => {
    const areaId = event.target instanceof Element ? event.target.closest('[data-part=area]')?.getAttribute('data-id') : null
    if (areaId) setPlacing({ areaId, x: event.clientX, y: event.clientY })
  }, [])
  const withHandle = scene.nodes.find(({ id }) => id === source)
  const opening = useOpening(scene)

  return (
    <div className={styles['wrap']}>
      <Stage
        label={`Value map of ${name}`}
        description="value map"
        describedBy={headingId}
        content={scene.view}
        opening={opening}
        levels={mapLevels}
        onLevel={setLevel}
        zoom={zoom}
        picture={<Marks marks={marks} emphasisOf={emphasisOf} />}
        handlers={{ onDoubleClick, onKeyDown: walker.onKeyDown, onKeyUp: walker.onKeyUp, onClick: drawing.pointer.onClick, onContextMenu: commands.onContextMenu, ...drag.handlers }}
        footer={<MapLegend layers={layers} onNew={() => setPlacing(centrePlace(scene))} />}
      >
        <MarkButton id={coreId} box={walk.items.get(coreId) ?? scene.view} name={coreInWords(scene, name)} isCurrent={walker.current === coreId} isOpen={false} isDim={false} isRound events={events}>
          <CoreFace scene={scene} detail={detail} />
        </MarkButton>
        {scene.areas.map((area) => (
          <div key={area.id} role="group" aria-label={`${area.name}, ${area.nodeCount} nodes`} className={styles['area']}>
            {scene.nodes
              .filter(({ areaId }) => areaId === area.id)
              .map((node) => (
                <MarkButton
                  key={node.id}
                  id={node.id}
                  box={node.box}
                  name={nodeInWords(snapshot, assessment, node.id)}
                  isCurrent={walker.current === node.id}
                  isOpen={commands.selectedId === node.id}
                  isDim={emphasisOf('node', node.id) === 'dim'}
                  events={events}
                >
                  <NodeFace id={node.id} name={node.name} detail={detail} />
                </MarkButton>
              ))}
          </div>
        ))}
        {withHandle && !commands.renaming && <ConnectHandle key={withHandle.id} node={withHandle} scene={scene} zoom={zoom} onEnter={() => events.onEnter(withHandle.id)} onLeave={events.onLeave} />}
        {commands.renaming && <RenameField node={scene.nodes.find(({ id }) => id === commands.renaming)} onDone={commands.endRename} />}
        {drag.ghost && <div className={styles['ghost']} style={{ left: drag.ghost.x, top: drag.ghost.y, width: drag.ghost.width, height: drag.ghost.height }} />}
      </Stage>
      {isFinding && <FindBox walk={walk} nameOf={(id) => scene.nodes.find((node) => node.id === id)?.name ?? name} onFly={(id) => flyTo(id, walk, zoom.current)} onClose={() => setFinding(false)} />}
      {placing && <NewNodeForm place={placing} onClose={() => setPlacing(null)} />}
      <MapMenu menu={commands.menu} close={commands.closeMenu} items={commands.menuItems} />
    </div>
  )
}

/** A bundle of needs opens the node that needs. */
function consumerOf(scene: MapScene, edgeId: string): { kind: 'node'; id: string } | null {
  const need = scene.needs.find(({ id }) => id === edgeId)
  return need ? { kind: 'node', id: need.consumerId } : null
}

function centrePlace(scene: MapScene, areaId?: string): NewNodePlace | null {
  const first = areaId ?? scene.areas[0]?.id
  return first ? { areaId: first, x: null, y: null } : null
}

function coreInWords(scene: MapScene, name: string): string {
  return [`Core of ${name}: ${scene.core.title.full}`, scene.core.caption?.full].filter(Boolean).join(', ')
}

/** The labels that can be read at a scale without lying on each other or on a node. */
function labelRoom(scene: MapScene, scale: number): ReadonlySet<string> {
  const labels = [...scene.exchanges, ...scene.needs].flatMap(({ id, label }) => (label ? [{ id, box: label.box }] : []))
  const larger = Math.min(largestLabel, 1 / Math.max(scale, 0.1))
  return larger <= 1.06 ? new Set(labels.map(({ id }) => id)) : labelsWithRoom(labels, larger, scene.nodes.map(({ box }) => box))
}

/** On a narrow screen the whole map would be too small to read, so it opens at its middle. */
function useOpening(scene: MapScene) {
  const { centre } = scene.core
  const isNarrow = typeof window !== 'undefined' && window.innerWidth < 640
  return useMemo(() => (isNarrow ? { x: centre.x - 330, y: centre.y - 330, width: 660, height: 660 } : null), [isNarrow, centre])
}

type Focus = { readonly lit: ReadonlySet<string> | null; readonly source: string | null; readonly kept: ReadonlySet<string> | null; readonly edge: string | null; readonly roomy: ReadonlySet<string> }

/** What stands out: the neighbourhood of what is looked at, among what the filter keeps. */
function useEmphasis(scene: MapScene, { lit, source, kept, edge, roomy }: Focus): (part: Part, id: string) => Emphasis {
  const ends = useMemo(() => new Map([...scene.exchanges.map(({ id, fromId, toId }) => [id, [fromId, toId]] as const), ...scene.needs.map(({ id, supplierId, consumerId }) => [id, [supplierId, consumerId]] as const)]), [scene])
  return useCallback(
    (part, id) => {
      if (part === 'node') {
        if (kept && !kept.has(id)) return 'dim'
        return lit && !lit.has(id) ? 'dim' : id === source ? 'strong' : 'plain'
      }
      if (part !== 'exchange' && part !== 'need' && part !== 'label') return 'plain'
      if (id === edge) return 'strong'
      const [from = '', to = ''] = ends.get(id) ?? []
      const isOwn = edge === null && lit !== null && (from === source || to === source)
      if (part === 'label' && !roomy.has(id) && !isOwn) return 'hidden'
      if (kept && !(kept.has(from) && kept.has(to))) return 'dim'
      if (edge !== null) return 'dim'
      if (!lit) return 'plain'
      return isOwn ? 'strong' : lit.has(from) && lit.has(to) ? 'plain' : 'dim'
    },
    [ends, lit, source, kept, edge, roomy],
  )
}

function CoreFace({ scene, detail }: { scene: MapScene; detail: Detail }) {
  if (detail !== 'name' && detail !== 'dot') return null
  return <span className={styles['core']}>{scene.core.title.full}</span>
}
