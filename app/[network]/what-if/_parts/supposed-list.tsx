'use client'
import type { KeyboardEvent } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { whatIfActions } from './actions.ts'
import { type EditPart, editSentence } from './edit-sentence.ts'
import styles from './list.module.css'

type Props = {
  readonly edits: readonly WhatIfEdit[]
  /** places of those that fit nothing here any more */
  readonly unfit: readonly number[]
  readonly onChange: (place: number) => void
  readonly onLeaveOut: (place: number) => void
  readonly onAdd: () => void
}

/** The sentence as it is read out beside a button. */
function nameOf(sentence: readonly EditPart[]): string {
  return sentenceText(sentence.map((part) => (part.kind === 'dependency' ? { kind: 'words', text: part.text } : part)))
}

function moveFocus(row: HTMLElement, step: 1 | -1): void {
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
  next?.querySelector<HTMLElement>('a, button')?.focus()
}

/** All that is supposed, each thing a sentence; arrows go from one to the next, Del leaves one out. */
export function SupposedList({ edits, unfit, onChange, onLeaveOut, onAdd }: Props) {
  const { snapshot, today } = useNetwork()
  const leaveOut = (row: HTMLElement, place: number) => {
    if (place === edits.length - 1) moveFocus(row, -1)
    onLeaveOut(place)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, place: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step) moveFocus(event.currentTarget, step)
    else if (event.key === 'Delete') leaveOut(event.currentTarget, place)
    else return
    event.preventDefault()
  }
  return (
    <section className={styles['supposed']} aria-labelledby="supposed">
      <h2 id="supposed">Supposed</h2>
      <ol>
        {edits.map((edit, place) => {
          const sentence = editSentence({ snapshot, today }, edit)
          const isUnfit = unfit.includes(place)
          return (
            <li key={place} data-unfit={isUnfit || undefined} onKeyDown={(event) => onKeyDown(event, place)}>
              <span>
                <NamedSentence takesFocusBack sentence={sentence} />
                {isUnfit && (
                  <small>
                    Left out: what it speaks of is not here any more, it would wait for itself, or more than three needs have a second supplier.
                  </small>
                )}
              </span>
              {edit.kind !== 'drop' && edit.kind !== 'without' && (
                <Button size="small" tone="quiet" aria-label={`Change: ${nameOf(sentence)}`} onClick={() => onChange(place)}>
                  Change
                </Button>
              )}
              <IconButton size="small" label={`Leave out: ${nameOf(sentence)}`} onClick={() => onLeaveOut(place)}>
                <Icon name="close" size={14} />
              </IconButton>
            </li>
          )
        })}
      </ol>
      <Button onClick={onAdd}>
        <Icon name="plus" size={14} /> Suppose one thing more
        <KeyHint keys={whatIfActions.add.keys[0]} />
      </Button>
    </section>
  )
}
