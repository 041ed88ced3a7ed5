'use client'
import dynamic from 'next/dynamic'
import { useQueryState } from 'nuqs'
import { useEffect, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRituals } from '../../../../lib/client/ritual/use-rituals.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { WalkEntry } from '../_entry/walk-entry.tsx'
import { WalkSession } from '../_session/walk-session.tsx'

const Minutes = dynamic(() => import('../_outcome/minutes.tsx').then(({ Minutes: loaded }) => loaded))
const Replay = dynamic(() => import('../_outcome/replay.tsx').then(({ Replay: loaded }) => loaded))

/** The weekly walk: the open one, else what the next one would look at; a walk of the past as the address says. */
export function WalkScreen() {
  const { snapshot } = useNetwork()
  const { open } = useRituals('walk')
  const [walkId, setWalk] = useQueryState('walk', { history: 'push', shallow: true })
  const [isReplay, setReplay] = useQueryState('replay', { history: 'push', shallow: true })
  const seen = useRef<string | null>(null)
  const openId = open?.id ?? null
  // who was in the walk when it was published sees its minutes
  useEffect(() => {
    if (seen.current !== null && openId === null && find(snapshot, 'ritual', seen.current)?.state === 'closed') void setWalk(seen.current)
    seen.current = openId
  }, [openId, snapshot, setWalk])
  const past = find(snapshot, 'ritual', walkId)
  const leave = () => {
    void setReplay(null)
    void setWalk(null)
  }
  if (past?.kind === 'walk' && past.state === 'closed')
    return isReplay === null ? (
      <Minutes ritual={past} onReplay={() => void setReplay('1')} onLeave={leave} />
    ) : (
      <Replay ritual={past} onLeave={() => void setReplay(null)} />
    )
  return open ? <WalkSession key={open.id} ritual={open} /> : <WalkEntry />
}
