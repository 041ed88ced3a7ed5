'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import { SeenAs, useNetwork } from '../../../lib/client/network/provider.tsx'
import { useLoadAhead } from '../../../lib/client/use-load-ahead.ts'
import { type SelectionKind, useView } from '../../../lib/client/view.ts'
import { entityWords, find } from '../../../lib/domain/snapshot.ts'
import './panel-actions.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import { connecting } from '../../components/graph/connect-prompts.ts'
import { Button } from '../../components/ui/button.tsx'
import parts from './panel.module.css'
import styles from './panel-frame.module.css'

type Panel = ComponentType<{ id: string }>

const loaders = {
  node: () => import('./node-panel.tsx').then((module) => module.NodePanel),
  kr: () => import('./key-result-panel.tsx').then((module) => module.KeyResultPanel),
  objective: () => import('./objective-panel.tsx').then((module) => module.ObjectivePanel),
  exchange: () => import('./exchange-panel.tsx').then((module) => module.ExchangePanel),
  need: () => import('./dependency-panel.tsx').then((module) => module.DependencyPanel),
  area: () => import('./area-panel.tsx').then((module) => module.AreaPanel),
  goal: () => import('./goal-panel.tsx').then((module) => module.GoalPanel),
  person: () => import('./person-panel.tsx').then((module) => module.PersonPanel),
  health: () => import('./health-panel.tsx').then((module) => module.HealthPanel),
} satisfies Record<SelectionKind, () => Promise<Panel>>

const connectDialog = () => import('../../components/graph/connect-dialog.tsx').then((module) => module.ConnectDialog)

/** Each panel is loaded when a record of its kind is opened for the first time, or a while after the view stands. */
const panels: Record<SelectionKind, Panel> = {
  node: dynamic(loaders.node),
  kr: dynamic(loaders.kr),
  objective: dynamic(loaders.objective),
  exchange: dynamic(loaders.exchange),
  need: dynamic(loaders.need),
  area: dynamic(loaders.area),
  goal: dynamic(loaders.goal),
  person: dynamic(loaders.person),
  health: dynamic(loaders.health),
}

const ChangesPanel = dynamic(() => import('../../components/time/changes-panel.tsx').then((module) => module.ChangesPanel))
const LoadedConnectDialog = dynamic(connectDialog)
const loadPanels = () => [...Object.values(loaders), connectDialog].map((load) => load())

function ConnectDialog() {
  return useObservable(connecting) === null ? null : <LoadedConnectDialog />
}

/** The panel of what is selected; nothing where nothing is. */
export function PanelHost() {
  const { snapshot, compared, isPast } = useNetwork()
  const { selection, clearSelection } = useView()
  useLoadAhead(loadPanels)
  if (!selection)
    return (
      <>
        {compared && <ChangesPanel compared={compared} />}
        <ConnectDialog />
      </>
    )
  const isThere = find(snapshot, selection.entity, selection.id) !== undefined
  const isGone = !isThere && compared !== null && find(compared.before.snapshot, selection.entity, selection.id) !== undefined
  if (!isThere && !isGone)
    return (
      <aside className={styles['panel']} aria-label="Not found">
        <div className={styles['body']}>
          <p>
            This {entityWords[selection.entity]} is not in the network.{' '}
            {isPast ? 'It was not there at this moment.' : 'It may have been deleted; undo brings it back.'}
          </p>
          <div className={parts['buttons']}>
            <Button onClick={clearSelection}>Close</Button>
          </div>
        </div>
      </aside>
    )
  const Panel = panels[selection.kind]
  const panel = <Panel key={`${selection.entity}:${selection.id}`} id={selection.id} />
  return (
    <>
      {isGone ? (
        <SeenAs snapshot={compared.before.snapshot} assessment={compared.before.assessment} isPast>
          {panel}
        </SeenAs>
      ) : (
        panel
      )}
      <ConnectDialog />
    </>
  )
}
