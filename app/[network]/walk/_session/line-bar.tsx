'use client'
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useKeptDraft } from '../../../../lib/client/drafts/use-kept-draft.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { parseLine } from '../../../../lib/domain/ritual/line.ts'
import { writtenLine } from '../../../../lib/domain/ritual/line-written.ts'
import { listOf, networkOf } from '../../../../lib/domain/snapshot.ts'
import { classNames } from '../../../components/ui/class-names.ts'
import styles from './bar.module.css'
import { Chip, Suggested } from './line-chips.tsx'
import { suggestionIn } from './line-suggestion.ts'
import type { Line, LineKind } from './use-items.ts'

export const kindWords: Readonly<Record<LineKind, { readonly name: string; readonly hint: string }>> = {
  decision: { name: 'Decision', hint: 'What is decided?' },
  action: { name: 'Action', hint: 'Who does what by when? @lee confirm the review by fri' },
  note: { name: 'Note', hint: 'What is worth keeping?' },
  parked: { name: 'Park', hint: 'What waits for another time?' },
}

type Props = {
  readonly ritualId: string
  readonly kind: LineKind
  /** what is corrected; null where something new is written */
  readonly entry: Line | null
  readonly onDone: (line: Line) => void
  readonly onClose: () => void
}

function usePeople() {
  const { snapshot } = useNetwork()
  return useMemo(() => listOf(snapshot, 'person'), [snapshot])
}

/** What a line says, with the people and days of this network. */
function useParsed(text: string, chosenId: string | null) {
  const { snapshot, today } = useNetwork()
  const people = usePeople()
  const { weekStart } = networkOf(snapshot)
  return useMemo(() => parseLine(text, { people, today, weekStart, chosenId }), [text, people, today, weekStart, chosenId])
}

/** What is typed. Something new is kept until it is written down; what is corrected stands in its entry. */
function useTyped(ritualId: string, kind: LineKind, entry: Line | null) {
  const people = usePeople()
  const [written] = useState(() => entry && writtenLine(entry, people))
  const draft = useKeptDraft(entry ? null : { entity: 'ritual', id: ritualId, field: `line.${kind}` })
  const [text, setText] = useState(() => written ?? draft.offered?.text ?? '')
  const take = useEffectEvent(() => void draft.take())
  useEffect(() => take(), [])
  const type = (next: string) => {
    setText(next)
    draft.keep(next)
  }
  return { text, type, isUnchanged: text === written, discard: draft.discard }
}

/** One line at the bottom of the screen: it covers nothing of what the room looks at. */
export function LineBar({ ritualId, kind, entry, onDone, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const people = usePeople()
  const [chosenId, setChosenId] = useState(entry?.ownerId ?? null)
  const { text, type, isUnchanged, discard } = useTyped(ritualId, kind, entry)
  const parsed = useParsed(text, chosenId)
  useEffect(() => input.current?.focus(), [])
  const finish = () => {
    if (isUnchanged) return onClose()
    if (parsed.text === '') return
    // the entry is on its way by now; the next line begins empty
    discard()
    onDone(parsed)
  }
  const choose = (personId: string, next: string) => {
    setChosenId(personId)
    type(next)
  }
  const suggestion = suggestionIn(text, input.current?.selectionStart ?? text.length, people)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') finish()
    else if (event.key === 'Escape') onClose()
    else if (event.key === 'Tab' && suggestion && !event.shiftKey) choose(suggestion.person.id, suggestion.text)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form className={styles['bar']} aria-label={kindWords[kind].name} onSubmit={(event) => event.preventDefault()}>
      <label htmlFor="walk-line" className={styles['kind']}>
        {kindWords[kind].name}
      </label>
      <input
        ref={input}
        id="walk-line"
        className={styles['line']}
        value={text}
        placeholder={kindWords[kind].hint}
        autoComplete="off"
        maxLength={2000}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles['chips']} aria-live="polite">
        {suggestion && <Suggested suggestion={suggestion} onChoose={choose} />}
        {parsed.chips.map((chip) => (
          <Chip key={chip.kind} chip={chip} text={text} people={people} onText={type} onChoose={choose} />
        ))}
        {kind === 'action' && parsed.ownerId === null && !suggestion && <Missing text="no owner yet" />}
        {kind === 'action' && parsed.dueOn === null && <Missing text="no day yet" />}
      </span>
      <span className={styles['keys']}>
        <kbd>↵</kbd> keep <kbd>Esc</kbd> leave
      </span>
    </form>
  )
}

function Missing({ text }: { readonly text: string }) {
  return <span className={classNames(styles['chip'], styles['missing'])}>{text}</span>
}
