'use client'

import { useMemo } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { mapInput } from '../../../../lib/client/scene-input/map.ts'
import { useView } from '../../../../lib/client/view.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { DrawingBar, Toggle } from '../../../components/graph/drawing-bar.tsx'
import { exchangesOnMapAction, needsOnMapAction } from '../../../components/graph/graph-actions.ts'
import screen from '../../../components/graph/screen.module.css'
import { useScene } from '../../../components/graph/use-scene.ts'
import { hasFilter, keptNodes } from '../../../components/graph/view-filter.ts'
import { counted } from '../../../components/graph/words.ts'
import { MapDrawing } from './map-drawing.tsx'
import { MapEmpty } from './map-empty.tsx'
import { mapJob } from './map-job.ts'
import { MapTable } from './map-table.tsx'
import { mapTakeaway } from './map-words.ts'
import { useLayers } from './use-layers.ts'

const headingId = 'map-takeaway'

/** The value network: core, areas, nodes, what they give each other, and what their key results need from each other. */
export function MapScreen() {
  const { snapshot, assessment, slug } = useNetwork()
  const { view, setView } = useView()
  const layers = useLayers(snapshot.tables.exchange.size > 0)
  const { exchanges, needs, all } = layers
  const input = useMemo(
    () => mapInput(snapshot, assessment, { showExchanges: exchanges, showNeeds: needs, allExchanges: all }),
    [snapshot, assessment, exchanges, needs, all],
  )
  const { scene, isWorking } = useScene(input, mapJob)
  const kept = useMemo(() => keptNodes(snapshot, assessment, view), [snapshot, assessment, view])
  const takeaway = useMemo(() => mapTakeaway(snapshot, assessment), [snapshot, assessment])
  useAction(needsOnMapAction, () => layers.toggle('needs'))
  useAction(exchangesOnMapAction, () => layers.toggle('exchanges'))

  if (snapshot.tables.node.size === 0) return <MapEmpty />
  const faded = kept ? snapshot.tables.node.size - kept.size : 0
  return (
    <div className={screen['screen']}>
      <DrawingBar headingId={headingId} takeaway={takeaway} name="Map" scene={scene} fileName={`${slug}-map`}>
        {hasFilter(view) && (
          <Toggle isOn={false} onToggle={() => setView({ q: null, area: null, status: null, owner: null })} title="Clear the filter">
            {counted(faded, 'node')} faded: show all
          </Toggle>
        )}
        {scene && scene.hidden.exchanges > 0 && exchanges && (
          <Toggle isOn={all} onToggle={() => layers.toggle('all')} title="Only the strongest exchanges are drawn, so that the map stays readable">
            {counted(scene.hidden.exchanges, 'exchange')} not drawn: show
          </Toggle>
        )}
        {scene && scene.hidden.needs > 0 && needs && (
          <span className={screen['note']}>{counted(scene.hidden.needs, 'need')} not drawn: see the table</span>
        )}
        {all && scene?.hidden.exchanges === 0 && (
          <Toggle isOn onToggle={() => layers.toggle('all')}>
            all exchanges
          </Toggle>
        )}
        <Toggle isOn={exchanges} onToggle={() => layers.toggle('exchanges')} title="Show or hide the exchanges (X)">
          Exchanges
        </Toggle>
        <Toggle isOn={needs} onToggle={() => layers.toggle('needs')} title="Show or hide what key results need from each other in this cycle (D)">
          Needs
        </Toggle>
      </DrawingBar>
      {view.table ? (
        <MapTable kept={kept} />
      ) : scene ? (
        <MapDrawing scene={scene} kept={kept} headingId={headingId} name={networkOf(snapshot).name} layers={layers} />
      ) : (
        <p className={screen['wait']} role="status">
          Laying out the map …
        </p>
      )}
      {isWorking && scene && (
        <span className={screen['working']} role="status">
          Laying out …
        </span>
      )}
    </div>
  )
}
