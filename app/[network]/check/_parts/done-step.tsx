'use client'
import { useId, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { messageOf, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { request } from '../../../../lib/client/request.ts'
import { serverNow } from '../../../../lib/client/ritual/server-time.ts'
import { type Room, useRoom } from '../../../../lib/client/room/use-room.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import type { room as contract } from '../../../../lib/contract/room.ts'
import { ownNodes } from '../../../../lib/domain/own-nodes.ts'
import { contributionOf } from '../../../../lib/domain/ritual/check/contribution.ts'
import { statementText } from '../../../../lib/domain/ritual/check/contribution-text.ts'
import { restsOnUs } from '../../../../lib/domain/ritual/check/rests-on-us.ts'
import { type StatementKey, statements } from '../../../../lib/domain/ritual/check/statements.ts'
import { leastVoters } from '../../../../lib/domain/vocabulary.ts'
import { useFigures } from '../../../components/figure/use-figures.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Select } from '../../../components/ui/field.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import type { StepProps } from './check-session.tsx'
import end from './end.module.css'
import { finishCalls, type Leaving } from './finish.ts'
import { useKept } from './use-kept.ts'

const dayMs = 86_400_000

/** The statements that the team may let go: open, and with enough voters that nobody can be picked out. */
function shareable(room: Room | null): readonly StatementKey[] {
  return statements.flatMap(({ key }) => {
    const all = room?.question(key).spread?.find(({ nodeId }) => nodeId === null)
    return all && all.voters >= leastVoters ? [key] : []
  })
}

/** Everything that the end of a check needs, and the end itself. */
function useFinish({ ritual, node, onDone }: Pick<StepProps, 'ritual' | 'node'> & { readonly onDone: () => void }, text: string) {
  const { snapshot, networkId, today } = useNetwork()
  const { kept, forget } = useKept(ritual.id)
  const room = useRoom(ritual.id)
  const mutate = useMutate()
  return async (leaving: Leaving & { readonly votes: boolean }, inDays: number | null) => {
    const keys = shareable(room)
    if (leaving.votes && keys.length > 0) {
      const params = { network: networkId, ritual: ritual.id }
      try {
        await request<typeof contract.share>(
          { method: 'POST', path: '/networks/{network}/rituals/{ritual}/tallies' },
          { params, body: { keys: [...keys] } },
        )
      } catch (error) {
        return showToast(messageOf(error), { tone: 'error' })
      }
    }
    const seats = room?.seats ?? []
    const nextAt = inDays === null ? null : new Date(serverNow() + inDays * dayMs).toISOString()
    const attendeeIds = seats.flatMap(({ personId }) => (personId === null ? [] : [personId]))
    const present = { attendeeIds, guests: seats.filter(({ isGuest }) => isGuest).length }
    const calls = finishCalls(snapshot, { ritual, node, kept, text, leaving, ...present, nextAt, today }, freshId)
    const done = await mutate(calls, { toast: 'The check is finished.', isFinal: true })
    if (!done) return
    forget()
    onDone()
  }
}

const nextChoices = [
  { value: '7', label: 'in a week' },
  { value: '14', label: 'in two weeks' },
  { value: '42', label: 'in six weeks' },
  { value: '', label: 'not booked' },
] as const

/** The end: the contribution statement to be edited, what leaves the team, and when the next check is. */
export function DoneStep({ ritual, node, isOurs, onDone }: StepProps & { readonly onDone: () => void }) {
  const { snapshot, assessment, who, today } = useNetwork()
  const { kept, keep } = useKept(ritual.id)
  const room = useRoom(ritual.id)
  const id = useId()
  const { looked } = useFigures()
  const computed = statementText(snapshot, contributionOf(snapshot, assessment, node.id), restsOnUs(looked, node.id))
  const text = kept.statement ?? computed
  const [leaving, setLeaving] = useState({ statement: false, change: kept.change.trim() !== '', votes: false })
  const [nextIn, setNextIn] = useState('7')
  const finish = useFinish({ ritual, node, onDone }, text)
  const run = () => void finish(leaving, nextIn === '' ? null : Number(nextIn))
  useAction(checkActions.finish, run, { enabled: isOurs })
  const isTeam = ownNodes(snapshot, who.personId, today).has(node.id)
  const canLeave = isTeam ? shareable(room).length : 0
  if (!isOurs) return <p className={styles['lead']}>Thank you. The people of {node.name} finish the check.</p>
  return (
    <>
      <section>
        <h2>
          <label htmlFor={id}>What we contribute</label>
        </h2>
        <textarea
          id={id}
          className={end['statement']}
          rows={12}
          maxLength={20_000}
          value={text}
          onChange={(event) => keep({ statement: event.currentTarget.value })}
        />
        <div className={styles['buttons']}>
          <Button tone="quiet" onClick={() => void copyText(text)}>
            Copy as Markdown
          </Button>
          {kept.statement !== null && (
            <Button tone="quiet" onClick={() => keep({ statement: null })}>
              As the network tells it
            </Button>
          )}
        </div>
      </section>
      <fieldset className={end['leaves']}>
        <legend>What leaves the team</legend>
        <label>
          <input type="checkbox" checked disabled /> Our numbers and our promises, always
        </label>
        <label>
          <input
            type="checkbox"
            checked={leaving.votes && canLeave > 0}
            disabled={canLeave === 0}
            onChange={(event) => setLeaving({ ...leaving, votes: event.currentTarget.checked })}
          />
          <span>
            The spread of our statements
            {canLeave === 0 && (
              <small>{isTeam ? ` stays with us: it takes ${leastVoters} voters` : ' is let go by the people of the node only'}</small>
            )}
          </span>
        </label>
        <label>
          <input
            type="checkbox"
            checked={leaving.statement}
            onChange={(event) => setLeaving({ ...leaving, statement: event.currentTarget.checked })}
          />
          Our words above
        </label>
        <label>
          <input type="checkbox" checked={leaving.change} onChange={(event) => setLeaving({ ...leaving, change: event.currentTarget.checked })} />
          Our change, and the share of last week
        </label>
      </fieldset>
      <Select label="Next check" options={nextChoices} value={nextIn} onChoose={setNextIn} className={end['next']} />
      <footer className={styles['foot']}>
        <Button tone="primary" aria-keyshortcuts="Control+Enter Meta+Enter" onClick={run}>
          Finish the check
        </Button>
      </footer>
    </>
  )
}
