'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRoom } from '../../../../lib/client/room/use-room.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../graph/words.ts'
import { Avatar } from '../../presence/avatar.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './seats.module.css'

const most = 5

/** Who sits in the room now: some faces and the number; a press lists everybody with the node they sit for. */
export function Seats({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const room = useRoom(ritual.id)
  const [isOpen, setOpen] = useState(false)
  const here = room?.seats.filter(({ isHere }) => isHere) ?? []
  if (here.length === 0) return null
  const seats = here.map((seat) => ({ ...seat, name: find(snapshot, 'person', seat.personId)?.name ?? seat.name ?? 'A guest' }))
  const word = `${counted(here.length, 'person', 'people')} in the room`
  return (
    <>
      <button type="button" className={styles['seats']} title={word} onClick={() => setOpen(true)}>
        {seats.slice(0, most).map(({ id, personId, name }) => (
          <span key={id} className={styles['seat']}>
            <Avatar personId={personId ?? id} name={name} />
          </span>
        ))}
        <span className={styles['count']}>
          {here.length}
          <span className="visually-hidden"> {here.length === 1 ? 'person' : 'people'} in the room. Show who</span>
        </span>
      </button>
      <Dialog open={isOpen} size="small" title={word} onClose={() => setOpen(false)}>
        <ul className={styles['people']}>
          {seats.map(({ id, personId, name, nodeId, isGuest }) => (
            <li key={id}>
              <Avatar personId={personId ?? id} name={name} />
              <span>
                <b>{name}</b>
                {personId !== null && personId === ritual.facilitatorId && ', leads'}
                {isGuest && ', guest'}
                <small>{find(snapshot, 'node', nodeId)?.name ?? 'no node chosen'}</small>
              </span>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
