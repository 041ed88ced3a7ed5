'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { type Room, useRoom } from '../../../../../lib/client/room/use-room.ts'
import type { Area, Node, Ritual } from '../../../../../lib/domain/entity.ts'
import { listOf, networkOf, referring } from '../../../../../lib/domain/snapshot.ts'
import { counted } from '../../../../components/graph/words.ts'
import { useAreaTones } from '../../../../components/ui/area-tone.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { sidesOf } from './board-sides.ts'
import styles from './draft-board.module.css'

function writersOf(room: Room | null, nodeId: string): number {
  return room?.question(`draft:${nodeId}` as const).answered.length ?? 0
}

/** The map in draft: areas around the core where the map has them, and nodes that fill up while people write. Counters only, no texts and no names. */
export function DraftBoard({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const room = useRoom(ritual.id)
  const { isBig } = useBigScreen()
  const isLead = useLead(ritual)
  const nodes = listOf(snapshot, 'node')
  const { left, right } = sidesOf(listOf(snapshot, 'area'))
  const sealed = nodes.filter(({ id }) => writersOf(room, id) > 0 && !ritual.revealed.includes(`draft:${id}`))
  return (
    <section className={styles['board']} data-big={isBig || undefined} aria-label="Drafts of all nodes">
      {isLead && sealed.length > 0 && <RevealAll ids={sealed.map(({ id }) => id)} room={room} />}
      <div className={styles['map']}>
        <Core ritual={ritual} writing={nodes.filter(({ id }) => writersOf(room, id) > 0).length} total={nodes.length} />
        {[left, right].map((areas, at) => (
          <div key={at} className={styles['side']} data-side={at === 0 ? 'left' : 'right'}>
            {areas.map((area) => (
              <AreaTiles key={area.id} area={area} ritual={ritual} room={room} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

type CoreProps = { readonly ritual: Ritual; readonly writing: number; readonly total: number }

/** The middle of the map: how far the room is. */
function Core({ ritual, writing, total }: CoreProps) {
  const { snapshot } = useNetwork()
  const planned = new Set(referring(snapshot, 'objective', 'cycleId', ritual.cycleId ?? '').map(({ nodeId }) => nodeId)).size
  return (
    <p className={styles['core']} role="status">
      <b>{networkOf(snapshot).name}</b>
      <span>
        {writing} of {counted(total, 'node')} {writing === 1 ? 'writes' : 'write'}
      </span>
      <span>{planned === 0 ? 'none has a plan yet' : `${planned} ${planned === 1 ? 'has' : 'have'} a plan`}</span>
    </p>
  )
}

type AreaProps = { readonly area: Area; readonly ritual: Ritual; readonly room: Room | null }

function AreaTiles({ area: { id, name }, ritual, room }: AreaProps) {
  const { snapshot } = useNetwork()
  const tones = useAreaTones()
  return (
    <div className={styles['area']} style={{ borderColor: tones.get(id)?.colour }}>
      <h2 style={{ color: tones.get(id)?.colour }}>{name}</h2>
      <ul>
        {referring(snapshot, 'node', 'areaId', id).map((node) => (
          <li key={node.id}>
            <NodeTile node={node} ritual={ritual} writers={writersOf(room, node.id)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function RevealAll({ ids, room }: { readonly ids: readonly string[]; readonly room: Room | null }) {
  const revealAll = async () => {
    for (const id of ids) if (!(await room?.reveal(`draft:${id}`))) return
  }
  return (
    <Button className={styles['all']} onClick={() => void revealAll()}>
      Show the drafts of {counted(ids.length, 'node')}
    </Button>
  )
}

type TileProps = { readonly node: Node; readonly ritual: Ritual; readonly writers: number }

function NodeTile({ node, ritual, writers }: TileProps) {
  const { snapshot } = useNetwork()
  const objectives = referring(snapshot, 'objective', 'nodeId', node.id).filter(({ cycleId }) => cycleId === ritual.cycleId)
  const keyResults = objectives.map(({ id }) => ({ id, count: referring(snapshot, 'keyResult', 'objectiveId', id).length }))
  const total = keyResults.reduce((sum, { count }) => sum + count, 0)
  const isSealed = writers > 0 && !ritual.revealed.includes(`draft:${node.id}`)
  return (
    <div className={styles['tile']}>
      <b>{node.name}</b>
      <span className={styles['fill']} aria-hidden="true">
        {keyResults.map(({ id, count }) => (
          <span key={id}>
            {Array.from({ length: count }, (_, at) => (
              <i key={at} />
            ))}
          </span>
        ))}
        {isSealed && Array.from({ length: writers }, (_, at) => <u key={at} />)}
      </span>
      <small>
        {objectives.length === 0 ? 'nothing in the plan yet' : `${counted(objectives.length, 'objective')}, ${counted(total, 'key result')}`}
        {isSealed && <em>{counted(writers, 'person writes', 'people write')}</em>}
      </small>
    </div>
  )
}
