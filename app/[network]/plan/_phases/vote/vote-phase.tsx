'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { useRoom } from '../../../../../lib/client/room/use-room.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { voteKeys } from '../../../../../lib/domain/ritual/plan/vote.ts'
import { confidenceOf } from './confidence.ts'
import { Opened } from './opened.tsx'
import styles from './vote.module.css'
import { Voting } from './voting.tsx'

/** A question of the vote as the room knows it. */
function isVote(key: string | null): key is `confidence${string}` {
  return key?.startsWith('confidence') ?? false
}

/** Confidence, all at once: votes stay with their authors until the room opens them together. */
export function VotePhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const room = useRoom(ritual.id)
  const isLead = useLead(ritual)
  const { asked, shown } = voteKeys(ritual)
  const whys = isVote(shown) ? (room?.question(shown).open ?? []).flatMap(({ body }) => body.why ?? []) : []
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <h2 className={styles['title']}>{isVote(asked) ? 'Confidence, all at once' : 'How sure we are'}</h2>
      {isVote(asked) ? (
        room && <Voting ritualId={ritual.id} room={room} question={asked} isLead={isLead} />
      ) : (
        <Opened ritual={ritual} confidence={confidenceOf(snapshot, ritual.id)} whys={whys} isLead={isLead} />
      )}
    </div>
  )
}
