'use client'
import { useEffect } from 'react'
import { readable } from '../../../../../lib/client/actions/keys.ts'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { type Room, useRoom } from '../../../../../lib/client/room/use-room.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { revealAction } from './actions.ts'
import { Ballot } from './ballot.tsx'
import { type Confidence, confidenceOf, question } from './confidence.ts'
import { readVote, whysOf } from './read-vote.ts'
import styles from './vote.module.css'
import { useDoubtWords, VoteResult } from './vote-result.tsx'

/** Confidence, all at once: votes stay with their authors until the room opens them together. */
export function VotePhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const room = useRoom(ritual.id)
  const isLead = useLead(ritual)
  const confidence = confidenceOf(snapshot, ritual.id)
  const isOpen = ritual.revealed.includes(question)
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <h2 className={styles['title']}>{isOpen ? 'How sure we are' : 'Confidence, all at once'}</h2>
      {isOpen ? <Opened ritual={ritual} room={room} confidence={confidence} isLead={isLead} /> : room && <Voting room={room} isLead={isLead} />}
    </div>
  )
}

function Voting({ room, isLead }: { readonly room: Room; readonly isLead: boolean }) {
  const { answered, mine } = room.question(question)
  const here = room.seats.filter(({ id, isHere }) => isHere || answered.includes(id))
  const isAll = here.length > 0 && here.every(({ id }) => answered.includes(id))
  const { reveal } = room
  const mayReveal = answered.length > 0 && (isLead || isAll)
  useAction(revealAction, () => reveal(question), { enabled: mayReveal })
  useEffect(() => {
    if (isLead && isAll && here.length > 1) reveal(question)
  }, [isLead, isAll, here.length, reveal])
  return (
    <>
      <p className={styles['lead']}>Nobody sees a vote before all are in. They are shown for each node, without names.</p>
      {room.me === null ? (
        <p className={styles['lead']}>Take a seat to vote: choose your node at the top.</p>
      ) : (
        <Ballot mine={readVote(mine)} vote={(vote) => room.answer(question, vote)} />
      )}
      <p className={styles['count']} role="status">
        <b>
          {answered.length} of {here.length}
        </b>{' '}
        have voted
      </p>
      <div className={styles['dots']} aria-hidden="true">
        {here.map(({ id }) => (
          <i key={id} data-voted={answered.includes(id) || undefined} />
        ))}
      </div>
      {mayReveal && (
        <Button tone={isAll ? 'primary' : 'plain'} onClick={() => reveal(question)}>
          {isAll ? 'Show the votes' : 'Show them without the others'} <kbd aria-hidden="true">{readable('mod+Enter')}</kbd>
        </Button>
      )}
    </>
  )
}

type OpenedProps = { readonly ritual: Ritual; readonly room: Room | null; readonly confidence: Confidence | null; readonly isLead: boolean }

function Opened({ ritual, room, confidence, isLead }: OpenedProps) {
  if (!confidence) return <p className={styles['lead']}>Nobody voted.</p>
  const whys = whysOf(room?.question(question).open ?? null)
  return (
    <>
      <Doubts ritual={ritual} confidence={confidence} isLead={isLead} />
      <VoteResult confidence={confidence} />
      {whys.length > 0 && (
        <section className={styles['whys']} aria-label="In their words">
          <h3>In their words</h3>
          <ul>
            {whys.map(({ id, value, why }) => (
              <li key={id}>
                <b>{value}</b> {why}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Doubts({ ritual, confidence, isLead }: Omit<OpenedProps, 'room' | 'confidence'> & { readonly confidence: Confidence }) {
  const words = useDoubtWords(confidence)
  const mutate = useMutate()
  if (words === null) return <p className={styles['lead']}>Every node trusts its plan with a 3 or more.</p>
  return (
    <div className={styles['doubts']} role="status">
      <p>
        Back to the fit check: <b>{words}</b>. A mean below 3 says that the plan does not hold yet.
      </p>
      {isLead && <Button onClick={() => void mutate([call('ritual.move', { id: ritual.id, phase: 'fit' })])}>Return to the fit check</Button>}
    </div>
  )
}
