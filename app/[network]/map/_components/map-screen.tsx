'use client'

import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { runAction } from '../../../../lib/client/actions/registry.ts'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { comparedMap } from '../../../../lib/client/compare/scene-changes.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { mapInput } from '../../../../lib/client/scene-input/map.ts'
import { useView } from '../../../../lib/client/view.ts'
import { useMayAdd } from '../../../../lib/client/who.ts'
import { overlayKinds } from '../../../../lib/domain/measure/overlay/kinds.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { isTroubled } from '../../../../lib/layout/input.ts'
import { FindingsHere } from '../../../components/checks/findings-here.tsx'
import { NumbersHere } from '../../../components/figure/numbers-here.tsx'
import { NumbersMenu } from '../../../components/figure/numbers-menu.tsx'
import { useShowing } from '../../../components/figure/showing.ts'
import bar from '../../../components/graph/drawing-bar.module.css'
import { Choice, DrawingBar, Toggle } from '../../../components/graph/drawing-bar.tsx'
import { exchangesOnMapAction, needsOnMapAction, newNodeAction } from '../../../components/graph/graph-actions.ts'
import { HiddenNotes } from '../../../components/graph/hidden-notes.tsx'
import { litOnMap } from '../../../components/graph/lit.ts'
import { mapJob } from '../../../components/graph/map-job.ts'
import screen from '../../../components/graph/screen.module.css'
import { useScene } from '../../../components/graph/use-scene.ts'
import { keptNodes } from '../../../components/graph/view-filter.ts'
import { counted } from '../../../components/graph/words.ts'
import { comparedTakeaway } from '../../../components/time/compared-words.ts'
import { SeenInBoth } from '../../../components/time/seen-in-both.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { MapDrawing } from './map-drawing.tsx'
import { mapTakeaway } from './map-words.ts'
import { needChoices, useLayers } from './use-layers.ts'

const MapEmpty = dynamic(() => import('./map-empty.tsx').then(({ MapEmpty: loaded }) => loaded))
const MapTable = dynamic(() => import('./map-table.tsx').then(({ MapTable: loaded }) => loaded))

const headingId = 'map-takeaway'

const needOptions = [
  { value: 'none', word: 'None', title: 'Draw no need (D turns on)' },
  { value: 'troubled', word: 'In trouble', title: 'Draw late, overdue, declined and revoked needs; all of a node when you look at it (D turns on)' },
  { value: 'all', word: 'All', title: 'Draw every need between nodes (D turns on)' },
] as const

/** The value network: core, areas, nodes, what they give each other, and what their key results need from each other. */
export function MapScreen() {
  const { compared, slug, ...network } = useNetwork()
  const { snapshot, assessment } = compared?.union ?? network
  const { view, setView } = useView()
  const mayAddNode = useMayAdd('node') && !compared
  const { shown, isWalked } = useShowing()
  const walkedScope = isWalked ? 'findings' : undefined
  const lit = useMemo(() => shown && litOnMap(snapshot, shown), [snapshot, shown])
  const layers = useLayers(snapshot.tables.exchange.size > 0, shown)
  const { exchanges, needs, every } = layers
  const input = useMemo(() => {
    const drawn = mapInput(snapshot, assessment, { showExchanges: exchanges, showNeeds: needs !== 'none', allExchanges: every })
    return compared ? comparedMap(drawn, compared) : drawn
  }, [snapshot, assessment, exchanges, needs, every, compared])
  const { scene, isWorking } = useScene(input, mapJob)
  const kept = useMemo(() => keptNodes(snapshot, assessment, view), [snapshot, assessment, view])
  const inOrder = useMemo(() => input.needs.reduce((sum, need) => sum + (isTroubled(need.worst) ? 0 : need.count), 0), [input])
  const takeaway = useMemo(() => (compared ? comparedTakeaway(compared) : mapTakeaway(snapshot, assessment)), [snapshot, assessment, compared])
  useAction(needsOnMapAction, () => layers.setNeeds(needChoices[(needChoices.indexOf(needs) + 1) % needChoices.length] ?? 'troubled'))
  useAction(exchangesOnMapAction, () => layers.toggle('exchanges'))

  if (snapshot.tables.node.size === 0) return <MapEmpty />
  const faded = kept ? snapshot.tables.node.size - kept.size : 0
  const notes = [
    faded > 0 && {
      words: `${counted(faded, 'node')} faded by the filter`,
      onShow: () => setView({ q: null, area: null, status: null, owner: null }),
    },
    exchanges &&
      scene &&
      scene.hidden.exchanges > 0 && {
        words: `${counted(scene.hidden.exchanges, 'exchange')} not drawn`,
        onShow: () => layers.toggle('every'),
      },
    needs === 'troubled' && inOrder > 0 && { words: `${counted(inOrder, 'need')} in order not drawn`, onShow: () => layers.setNeeds('all') },
    needs === 'all' &&
      scene &&
      scene.hidden.needs > 0 && {
        words: `${counted(scene.hidden.needs, 'pair')} of nodes with needs not drawn`,
        onShow: () => layers.toggle('every'),
      },
  ].filter((note) => note !== false && note !== null)
  return (
    <SeenInBoth>
      <div className={screen['screen']} data-scope={walkedScope} data-home-scope={walkedScope}>
        <DrawingBar headingId={headingId} takeaway={takeaway} name="Map" scene={scene} fileName={`${slug}-map`}>
          <Toggle isOn={exchanges} onToggle={() => layers.toggle('exchanges')} title="Show or hide the exchanges (X)">
            Exchanges
          </Toggle>
          <span className={bar['label']} aria-hidden="true">
            Needs
          </span>
          <Choice label="Needs of this cycle" value={needs} options={needOptions} onChoose={layers.setNeeds} />
          {!view.table && <NumbersMenu kinds={overlayKinds} hasFindings />}
          {!view.table && mayAddNode && (
            <Button size="small" onClick={() => runAction(newNodeAction.id)} title="Add a node (N); or double-click in an area">
              + Node
            </Button>
          )}
        </DrawingBar>
        <FindingsHere />
        <NumbersHere kinds={overlayKinds} />
        {!view.table && <HiddenNotes notes={notes} />}
        {view.table ? (
          <MapTable kept={kept} />
        ) : scene ? (
          <MapDrawing scene={scene} kept={kept} headingId={headingId} name={networkOf(snapshot).name} layers={layers} shown={lit} />
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
    </SeenInBoth>
  )
}
