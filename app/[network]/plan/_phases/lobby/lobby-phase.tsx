'use client'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import { useMyNode } from '../../../../../lib/client/ritual/use-my-node.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { JoinCard } from '../../../../components/ritual/frame/join-code.tsx'
import { Invitation } from './invitation.tsx'
import styles from './lobby.module.css'
import { MyPreparation } from './my-preparation.tsx'
import { ReadinessList } from './readiness-list.tsx'

/** Before it begins: how to join, how ready each node is, and what is left to prepare for one's own. */
export function LobbyPhase({ ritual }: { readonly ritual: Ritual }) {
  const { isBig } = useBigScreen()
  const { node } = useMyNode(ritual)
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual" data-big={isBig || undefined}>
      <div className={styles['side']}>
        <JoinCard ritual={ritual} />
        {!isBig && <Invitation ritual={ritual} />}
      </div>
      <div className={styles['main']}>
        {!isBig && node !== null && ritual.cycleId !== null && <MyPreparation key={node.id} ritual={ritual} node={node} cycleId={ritual.cycleId} />}
        <ReadinessList cycleId={ritual.cycleId} />
      </div>
    </div>
  )
}
