'use client'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useCan } from '../../../../lib/client/who.ts'
import type { Ritual, RitualItem } from '../../../../lib/domain/entity.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { PhaseView } from '../_phases/phase-view.tsx'
import { InRoom } from './in-room.tsx'
import { LineBar } from './line-bar.tsx'
import { type Line, type LineKind, lineKinds, useItems } from './use-items.ts'
import { useSession } from './use-session.ts'
import { useTools } from './use-tools.ts'
import { useWalkRoom } from './use-walk-room.ts'
import { WalkFrame } from './walk-frame.tsx'

const HandOver = dynamic(() => import('./hand-over.tsx').then(({ HandOver: loaded }) => loaded))

/** What the line at the bottom is for: something new, or an entry that is changed. */
type Writing = { readonly kind: LineKind; readonly item: RitualItem | null }

function isLineKind(kind: RitualItem['kind']): kind is LineKind {
  return lineKinds.some((each) => each === kind)
}

/** An open walk: one drives by keys, the others follow. */
export function WalkSession({ ritual }: { readonly ritual: Ritual }) {
  const { slug, snapshot } = useNetwork()
  const session = useSession(ritual)
  const mayWrite = useCan('write')
  const { add, change } = useItems(ritual)
  const [writing, setWriting] = useState<Writing | null>(null)
  const [isHandingOver, setHandingOver] = useState(false)
  useSeat(ritual)
  const write = (kind: LineKind) => setWriting({ kind, item: null })
  const edit = (item: RitualItem) => isLineKind(item.kind) && setWriting({ kind: item.kind, item })
  const tools = useTools(session, { mayWrite, write, handOver: () => setHandingOver(true) })
  const close = () => setWriting(null)
  const keep = (line: Line) => {
    if (writing?.item) void change(writing.item.id, line)
    else if (writing) void add(writing.kind, line, session.stop)
    close()
  }
  return (
    <WalkFrame
      session={session}
      tools={tools}
      exit={{ href: `/${slug}/map`, word: `← ${networkOf(snapshot).name}` }}
      room={<InRoom ritual={ritual} />}
      bar={
        writing && (
          <LineBar
            key={`${writing.kind} ${writing.item?.id ?? ''}`}
            ritualId={ritual.id}
            kind={writing.kind}
            entry={writing.item}
            onDone={keep}
            onClose={close}
          />
        )
      }
    >
      <PhaseView session={session} mayWrite={mayWrite} onEdit={edit} />
      {isHandingOver && <HandOver session={session} onClose={() => setHandingOver(false)} />}
    </WalkFrame>
  )
}

/** Whoever opens the walk sits down in its room once, so that attendance needs no list. */
function useSeat(ritual: Ritual): void {
  const room = useWalkRoom(ritual)
  const mayWrite = useCan('write')
  const hasAsked = useRef(false)
  useEffect(() => {
    if (!room || hasAsked.current || !mayWrite) return
    hasAsked.current = true
    if (room.me === null) void room.join()
  }, [room, mayWrite])
}
