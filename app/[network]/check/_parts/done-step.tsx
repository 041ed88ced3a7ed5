'use client'
import { useId, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useLead } from '../../../../lib/client/ritual/use-lead.ts'
import { useRoom } from '../../../../lib/client/room/use-room.ts'
import { ownNodes } from '../../../../lib/domain/own-nodes.ts'
import { contributionOf } from '../../../../lib/domain/ritual/check/contribution.ts'
import { statementText } from '../../../../lib/domain/ritual/check/contribution-text.ts'
import { restsOnUs } from '../../../../lib/domain/ritual/check/rests-on-us.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { useFigures } from '../../../components/figure/use-figures.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Select } from '../../../components/ui/field.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import type { StepProps } from './check-session.tsx'
import end from './end.module.css'
import { saidInWords } from './finish.ts'
import { useChange } from './use-change.ts'
import { shareable, useFinish } from './use-finish.ts'
import { useKept } from './use-kept.ts'
import { WhatLeaves } from './what-leaves.tsx'

const nextChoices = [
  { value: '7', label: 'in a week' },
  { value: '14', label: 'in two weeks' },
  { value: '42', label: 'in six weeks' },
  { value: '', label: 'not booked' },
] as const

/** The end: who leads the check finishes it, everybody else sees what stands. Where nobody leads, whoever is of the node does. */
export function DoneStep(props: StepProps) {
  const { ritual, isOurs } = props
  const isLead = useLead(ritual)
  return isLead || (isOurs && ritual.facilitatorId === null) ? <Finish {...props} /> : <Waiting {...props} />
}

/** What the room has written, and who finishes the check. */
function Waiting({ ritual, node, isOurs }: StepProps) {
  const { snapshot } = useNetwork()
  const { said, mayWrite } = useChange(ritual)
  const leader = find(snapshot, 'person', ritual.facilitatorId)?.name
  const words = mayWrite ? saidInWords(said) : []
  return (
    <>
      <p className={styles['lead']}>
        Thank you. {leader ?? `Somebody of ${node.name}`} finishes the check{mayWrite && ', and chooses with you what of it leaves the team'}.
      </p>
      {words.length > 0 && (
        <section aria-labelledby="written-title">
          <h2 id="written-title">Written down</h2>
          <ul>
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        </section>
      )}
      {isOurs && <p className={styles['quiet']}>Has {leader ?? 'who leads'} gone? “More about this session” hands you the lead.</p>}
    </>
  )
}

/** The contribution statement to be edited, what leaves the team, and when the next check is. */
function Finish({ ritual, node }: StepProps) {
  const { snapshot, who, today } = useNetwork()
  const room = useRoom(ritual.id)
  const said = saidInWords(useChange(ritual).said)
  const { text, part } = useStatement({ ritual, node })
  const [chosen, choose] = useState({ statement: false, votes: false, change: true })
  const [nextIn, setNextIn] = useState('7')
  const finish = useFinish({ ritual, node }, text)
  const run = () => void finish(chosen, nextIn === '' ? null : Number(nextIn))
  useAction(checkActions.finish, run)
  const isTeam = ownNodes(snapshot, who.personId, today).has(node.id)
  return (
    <>
      {part}
      <WhatLeaves
        leaving={chosen}
        choose={(some) => choose({ ...chosen, ...some })}
        spreads={isTeam ? shareable(room).length : 0}
        isTeam={isTeam}
        said={said}
      />
      <Select label="Next check" options={nextChoices} value={nextIn} onChoose={setNextIn} className={end['next']} />
      <footer className={styles['foot']}>
        <Button tone="primary" aria-keyshortcuts="Control+Enter Meta+Enter" onClick={run}>
          Finish the check
        </Button>
      </footer>
    </>
  )
}

/** The statement as it stands, and the part of the page in which it is edited. */
function useStatement({ ritual, node }: Pick<StepProps, 'ritual' | 'node'>) {
  const { snapshot, assessment } = useNetwork()
  const { kept, keep } = useKept(ritual.id)
  const id = useId()
  const { looked } = useFigures()
  const text = kept.statement ?? statementText(snapshot, contributionOf(snapshot, assessment, node.id), restsOnUs(looked, node.id))
  const part = (
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
  )
  return { text, part }
}
