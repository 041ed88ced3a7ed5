'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './propose-bar.module.css'
import { proposalInWords } from './timeline-words.ts'
import type { Proposing } from './use-proposal.ts'

type Props = { readonly entry: TimelineEntry; readonly proposing: Proposing; readonly onLeave: () => void }

/** What is about to be proposed, from which day to which, who decides, and why: sent by Enter, put back by Escape. */
export function ProposeBar({ entry, proposing, onLeave }: Props) {
  const { snapshot, today } = useNetwork()
  const [reason, setReason] = useState('')
  const { proposal } = proposing
  if (!proposal) return null
  const isCounter = proposal.move.move === 'counter'
  const other = find(snapshot, 'node', proposal.move.side === 'supplier' ? entry.takerNodeId : entry.giverNodeId)?.name ?? 'the other side'
  const lacksReason = proposal.move.needs.includes('reason') && reason.trim() === ''
  const leave = (act: () => void) => {
    act()
    onLeave()
  }
  return (
    <form
      className={styles['propose']}
      aria-label="Another day"
      onSubmit={(event) => {
        event.preventDefault()
        if (!lacksReason) leave(() => proposing.send(reason))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        leave(proposing.cancel)
      }}
    >
      <p>
        <strong>{entry.what || 'A promise'}</strong>
        <span>{proposalInWords(proposal.was, proposal.day, entry.neededOn, today)}</span>
        <small>{isCounter ? `This counters the ask; ${other} decides.` : `This proposes a change; it stays promised until ${other} agrees.`}</small>
      </p>
      <TextField
        label={lacksReason ? 'Why (needed)' : 'Why, if you like'}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles['proposeButtons']}>
        <Button type="submit" tone="primary" disabled={proposal.day === proposal.was || lacksReason}>
          {isCounter ? 'Counter' : 'Propose'} <kbd>↵</kbd>
        </Button>
        <Button onClick={() => leave(proposing.cancel)}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  )
}
