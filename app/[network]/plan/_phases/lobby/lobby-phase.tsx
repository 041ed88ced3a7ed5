'use client'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { JoinCard } from '../../../../components/ritual/frame/join-code.tsx'
import styles from './lobby.module.css'
import { ReadinessList } from './readiness-list.tsx'

/** Before it begins: how to join, how ready each node is, and what is left to prepare for one's own. */
export function LobbyPhase({ ritual }: { readonly ritual: Ritual }) {
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <div className={styles['side']}>
        <JoinCard ritual={ritual} />
      </div>
      <div className={styles['main']}>
        <ReadinessList cycleId={ritual.cycleId} />
      </div>
    </div>
  )
}
