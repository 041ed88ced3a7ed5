'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { Avatar } from '../../../components/presence/avatar.tsx'
import { JoinButton } from '../../../components/ritual/frame/join-code.tsx'
import styles from './in-room.module.css'
import { useAttendance } from './use-attendance.ts'

const mostFaces = 6

/** Who is here, and the code by which others join. */
export function InRoom({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const { ids } = useAttendance(ritual)
  const names = ids.map((id) => find(snapshot, 'person', id)?.name ?? 'somebody')
  return (
    <>
      <JoinButton ritual={ritual} />
      <span className={styles['faces']} role="img" aria-label={`Here: ${names.join(', ')}`}>
        {ids.slice(0, mostFaces).map((id, at) => (
          <Avatar key={id} personId={id} name={names[at] ?? ''} isLarge />
        ))}
        {ids.length > mostFaces && <span>+{ids.length - mostFaces}</span>}
      </span>
    </>
  )
}
