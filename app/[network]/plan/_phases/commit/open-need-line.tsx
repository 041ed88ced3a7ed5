'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../../lib/client/view.ts'
import type { OpenNeed } from '../../../../../lib/domain/ritual/plan/commit-state.ts'
import { find, listOf } from '../../../../../lib/domain/snapshot.ts'
import { addDays } from '../../../../../lib/domain/time.ts'
import { shortDay, stateWords } from '../../../../components/graph/words.ts'
import { PromiseMark } from '../../../../components/promise/promise-mark.tsx'
import { DayField } from '../../../../components/time/day-field.tsx'
import { Button } from '../../../../components/ui/button.tsx'
import { Combobox } from '../../../../components/ui/combobox.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import styles from './commit.module.css'
import type { Taken } from './use-commit.ts'

type Props = {
  readonly need: OpenNeed
  readonly today: string
  readonly isEditable: boolean
  readonly takeOn: (taken: Taken) => void
}

const yearDays = 366

/** One need that nobody has promised: what has to be done about it, who does it, by when. */
export function OpenNeedLine({ need, today, isEditable, takeOn }: Props) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const [draft, setDraft] = useState<Partial<Taken>>({})
  const ownerId = need.ownerId ?? draft.ownerId ?? need.suggested.ownerId
  const dueOn = need.dueOn ?? draft.dueOn ?? need.suggested.dueOn
  const change = (part: Partial<Taken>) => {
    const next = { ownerId, dueOn, ...part }
    if (need.isOwned && next.ownerId !== null) takeOn({ ownerId: next.ownerId, dueOn: next.dueOn })
    else setDraft((before) => ({ ...before, ...part }))
  }
  const keyResult = find(snapshot, 'keyResult', need.consumerKeyResultId)
  const people = listOf(snapshot, 'person').map(({ id, name }) => ({ id, label: name }))
  return (
    <li className={styles['need']} data-owned={need.isOwned || undefined}>
      <button type="button" className={styles['words']} onClick={() => select('need', need.dependencyId)}>
        <PromiseMark state={need.state} name={stateWords[need.state]} />
        <span>
          <b>{need.suggested.text}</b>
          <small>
            for “{keyResult?.title}”{need.neededOn && `, needed ${shortDay(need.neededOn, today)}`}
          </small>
        </span>
      </button>
      <span className={styles['taken']}>
        {isEditable ? (
          <>
            <Combobox label="Owner" value={ownerId} options={people} placeholder="who?" onChange={(id) => id !== null && change({ ownerId: id })} />
            <DayField
              label={`By when: ${need.suggested.text}`}
              value={dueOn}
              span={{ first: today, last: addDays(today, yearDays), length: yearDays }}
              onDay={(day) => change({ dueOn: day })}
            />
          </>
        ) : (
          <span>
            {find(snapshot, 'person', need.ownerId)?.name ?? 'no owner yet'}
            {need.dueOn && `, ${shortDay(need.dueOn, today)}`}
          </span>
        )}
        {need.isOwned ? (
          <span className={styles['owned']}>
            <Icon name="check" size={14} /> owned
          </span>
        ) : (
          isEditable && (
            <Button size="small" disabled={ownerId === null} onClick={() => ownerId !== null && takeOn({ ownerId, dueOn })}>
              Take it on
            </Button>
          )
        )}
      </span>
    </li>
  )
}
