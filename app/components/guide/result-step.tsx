'use client'
import { type FormEvent, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { cycleFor } from '../../../lib/client/outline/create.ts'
import { keyResultCalls } from '../../../lib/client/outline/create-key-result.ts'
import { chipsOf, useQuickAddContext } from '../../../lib/client/quick-line.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { parseQuickAdd } from '../../../lib/domain/quick-add/quick-add.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/field.tsx'
import styles from './guide.module.css'

/** One line makes an objective and its key result; what was understood shows while typing. */
export function ResultStep({ nodeId, onDone }: { readonly nodeId: string; readonly onDone: (keyResultId: string) => void }) {
  const { snapshot, cycle, today } = useNetwork()
  const mutate = useMutate()
  const context = useQuickAddContext()
  const [text, setText] = useState('')
  const line = parseQuickAdd(text, context)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (line.title === '') return
    const objectiveId = freshId('objective')
    const inCycle = cycleFor({ cycle, today })
    const objective = call('objective.create', {
      id: objectiveId,
      title: 'Untitled objective',
      nodeId: asId<'node'>(nodeId),
      cycleId: asId<'cycle'>(inCycle.id),
    })
    const made = keyResultCalls(snapshot, line, { objectiveId })
    void mutate([...inCycle.calls, objective, ...made.calls])
    onDone(made.id)
  }
  return (
    <form className={styles['stack']} onSubmit={submit}>
      <TextField
        label="A result, with its numbers"
        isLabelHidden
        autoFocus
        placeholder="Onboarding time 9 -> 4 days by 15 dec"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles['chips']} role="status" aria-label="Understood">
        {text.trim() === '' ? (
          <span className={styles['hint']}>From, to and a date, if you know them. Everything can be changed later.</span>
        ) : (
          chipsOf(snapshot, line).map(({ key, text: said, isDoubtful }) => (
            <Chip key={key} tone={isDoubtful ? 'warning' : 'accent'}>
              {said}
            </Chip>
          ))
        )}
      </div>
      <Button type="submit" tone="primary" disabled={line.title === ''}>
        Next
      </Button>
    </form>
  )
}
