'use client'

import dynamic from 'next/dynamic'
import { type MouseEvent, useCallback, useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMayAdd } from '../../../../lib/client/who.ts'
import { overlayKinds } from '../../../../lib/domain/measure/overlay/kinds.ts'
import { withLabels } from '../../../../lib/layout/map/fit-labels.ts'
import type { EdgeLabel, MapNode, MapScene } from '../../../../lib/layout/scene.ts'
import { drawScene } from '../../../../lib/layout/scene-to-svg.ts'
import { useNumbers } from '../../../components/figure/numbers.ts'
import { findAction } from '../../../components/graph/graph-actions.ts'
import type { Lit } from '../../../components/graph/lit.ts'
import { Marks } from '../../../components/graph/marks.tsx'
import { NeedBundleDialog } from '../../../components/graph/need-bundle-dialog.tsx'
import { Stage } from '../../../components/graph/stage.tsx'
import { flyTo, useDrawing } from '../../../components/graph/use-drawing.ts'
import { useFramed } from '../../../components/graph/use-framed.ts'
import { ConnectHandle } from './connect-handle.tsx'
import styles from './map-drawing.module.css'
import { MapItems } from './map-items.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapMenu } from './map-menu.tsx'
import { mapWalk, recordOf } from './map-walk.ts'
import { linesInWords, needsByLine } from './map-words.ts'
import type { NewNodePlace } from './new-node-form.tsx'
import { mapLevels } from './node-face.tsx'
import { RenameField } from './rename-field.tsx'
import { useEmphasis } from './use-emphasis.ts'
import { useLabels } from './use-labels.ts'
import type { Layers } from './use-layers.ts'
import { useMapCommands } from './use-map-commands.ts'
import { useMayNode } from './use-may-node.ts'
import { useNodeDrag } from './use-node-drag.ts'

const noLabels: ReadonlyMap<string, EdgeLabel> = new Map()

const FindBox = dynamic(() => import('../../../components/graph/find-box.tsx').then(({ FindBox: loaded }) => loaded))
const NewNodeForm = dynamic(() => import('./new-node-form.tsx').then(({ NewNodeForm: loaded }) => loaded))

type DrawingProps = {
  readonly scene: MapScene
  readonly kept: ReadonlySet<string> | null
  readonly headingId: string
  readonly name: string
  readonly layers: Layers
  /** what a figure is about; null where none is shown */
  readonly shown: Lit | null
}

/** The map itself: painted marks below, real buttons above. */
export function MapDrawing({ scene, kept, headingId, name, layers, shown }: DrawingProps) {
  const { snapshot, assessment } = useNetwork()
  const [level, setLevel] = useState(mapLevels.length - 3)
  const detail = mapLevels[level]?.detail ?? 'card'
  const [placing, setPlacing] = useState<NewNodePlace | null>(null)
  const [isFinding, setFinding] = useState(false)
  const marks = useMemo(() => drawScene(withLabels(scene, noLabels)), [scene])
  const lines = useMemo(() => linesInWords(snapshot, scene), [snapshot, scene])
  const walk = useMemo(() => mapWalk(scene, lines), [scene, lines])
  const exchangeIds = useMemo(() => new Set(scene.exchanges.map(({ id }) => id)), [scene])
  const needIds = useMemo(() => needsByLine(assessment), [assessment])
  const drawing = useDrawing({
    walk,
    recordOf,
    recordOfEdge: (id) => (exchangeIds.has(id) ? { kind: 'exchange', id } : null),
    needsOf: (id) => needIds.get(id) ?? [],
    onOpenOther: () => drawing.zoom.current?.fit(),
  })
  const { zoom, walker, events, lit, source } = drawing
  const litFrame = useFramed(shown, walk, zoom)
  const emphasisOf = useEmphasis(scene, { lit, source, kept, edge: walker.edge, needs: layers.needs, shown })
  const labels = useLabels(scene, { scale: mapLevels[level]?.from ?? 1, source, edge: walker.edge, needs: layers.needs })
  const current = scene.nodes.some(({ id }) => id === walker.current) ? walker.current : null
  const commands = useMapCommands({ scene, current, startNew: () => setPlacing(centrePlace(scene, snapshot.tables.node.get(current ?? '')?.areaId)) })
  const drag = useNodeDrag(scene, zoom)
  const mayNode = useMayNode()
  const { overlay } = useNumbers(overlayKinds)
  useAction(findAction, () => setFinding(true))

  const onDoubleClick = usePlacing(setPlacing)
  const withHandle = scene.nodes.find(({ id }) => id === source)

  return (
    <div className={styles['wrap']}>
      <Stage
        label={`Value map of ${name}`}
        description="value map"
        describedBy={headingId}
        content={scene.view}
        opening={litFrame}
        levels={mapLevels}
        onLevel={setLevel}
        zoom={zoom}
        picture={
          <>
            <Marks marks={marks} emphasisOf={emphasisOf} />
            <Marks marks={labels} emphasisOf={emphasisOf} />
          </>
        }
        handlers={{
          onDoubleClick,
          onKeyDown: walker.onKeyDown,
          onKeyUp: walker.onKeyUp,
          onClick: drawing.pointer.onClick,
          onContextMenu: commands.onContextMenu,
          ...drag.handlers,
        }}
        legend={<MapLegend layers={layers} isCompared={scene.changes !== undefined} />}
      >
        <MapItems
          scene={scene}
          walk={walk}
          name={name}
          detail={detail}
          scale={mapLevels[level]?.from ?? 1}
          current={walker.current}
          selected={commands.selected}
          emphasisOf={emphasisOf}
          events={events}
          overlay={overlay}
        />
        {withHandle && detail === 'dot' && <NameTag node={withHandle} />}
        {withHandle && !commands.renaming && mayNode(withHandle.id) && (
          <ConnectHandle
            key={withHandle.id}
            node={withHandle}
            scene={scene}
            zoom={zoom}
            onEnter={() => events.onEnter(withHandle.id)}
            onLeave={events.onLeave}
          />
        )}
        {commands.renaming && <RenameField node={scene.nodes.find(({ id }) => id === commands.renaming)} onDone={commands.endRename} />}
        {drag.ghost && (
          <div className={styles['ghost']} style={{ left: drag.ghost.x, top: drag.ghost.y, width: drag.ghost.width, height: drag.ghost.height }} />
        )}
      </Stage>
      <NeedBundleDialog />
      {isFinding && (
        <FindBox
          walk={walk}
          nameOf={(id) => scene.nodes.find((node) => node.id === id)?.name ?? name}
          onFly={(id) => flyTo(id, walk, zoom.current)}
          onClose={() => setFinding(false)}
        />
      )}
      {placing && <NewNodeForm place={placing} onClose={() => setPlacing(null)} />}
      <MapMenu menu={commands.menu} close={commands.closeMenu} items={commands.menuItems} />
    </div>
  )
}

/** A double press in an area begins a node there. */
function usePlacing(place: (at: NewNodePlace) => void) {
  const mayAddNode = useMayAdd('node')
  return useCallback(
    (event: MouseEvent) => {
      const areaId = event.target instanceof Element ? event.target.closest('[data-part=area]')?.getAttribute('data-id') : null
      if (areaId && mayAddNode) place({ areaId, x: event.clientX, y: event.clientY })
    },
    [mayAddNode, place],
  )
}

/** The name of what is looked at, where the drawing is too small for names. */
function NameTag({ node: { box, name } }: { node: MapNode }) {
  return (
    <span className={styles['tag']} style={{ left: box.x + box.width / 2, top: box.y }} aria-hidden="true">
      {name}
    </span>
  )
}

function centrePlace(scene: MapScene, areaId?: string): NewNodePlace | null {
  const first = areaId ?? scene.areas[0]?.id
  return first ? { areaId: first, x: null, y: null } : null
}
