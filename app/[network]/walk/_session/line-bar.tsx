'use client'
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useKeptDraft } from '../../../../lib/client/drafts/use-kept-draft.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { type LineChip, parseLine } from '../../../../lib/domain/ritual/line.ts'
import { listOf, networkOf } from '../../../../lib/domain/snapshot.ts'
import { fullDay } from '../../../components/needs/day-text.ts'
import { typedMention } from '../../../components/talk/mention-text.ts'
import { classNames } from '../../../components/ui/class-names.ts'
import styles from './bar.module.css'
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
  readonly initial: string
  /** whom and when an entry has already, where one is changed */
  readonly onDone: (line: Line) => void
  readonly onClose: () => void
}

function usePeople() {
  const { snapshot } = useNetwork()
  return useMemo(() => listOf(snapshot, 'person'), [snapshot])
}

/** What a line says, with the people and days of this network. */
function useParsed(text: string) {
  const { snapshot, today } = useNetwork()
  const people = usePeople()
  const { weekStart } = networkOf(snapshot)
  return useMemo(() => parseLine(text, { people, today, weekStart }), [text, people, today, weekStart])
}

/** One line at the bottom of the screen: it covers nothing of what the room looks at. */
export function LineBar({ ritualId, kind, initial, onDone, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const draft = useKeptDraft({ entity: 'ritual', id: ritualId, field: `line.${kind}` }, initial)
  const [text, setText] = useState(() => initial || (draft.offered?.text ?? ''))
  const parsed = useParsed(text)
  const take = useEffectEvent(() => void draft.take())
  useEffect(() => {
    input.current?.focus()
    take()
  }, [])
  const type = (next: string) => {
    setText(next)
    draft.keep(next)
  }
  const finish = () => {
    if (parsed.text === '') return
    // the entry is on its way by now; the next line begins empty
    draft.discard()
    onDone(parsed)
  }
  const suggestion = useSuggestion(text, input.current)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish()
    else if (event.key === 'Escape') onClose()
    else if (event.key === 'Tab' && suggestion && !event.shiftKey) type(suggestion.text)
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
        {suggestion && (
          <button type="button" className={styles['chip']} onClick={() => type(suggestion.text)}>
            <kbd>Tab</kbd> {suggestion.name}
          </button>
        )}
        {parsed.chips.map((chip) => (
          <Chip key={chip.kind} chip={chip} text={text} onText={type} />
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

type ChipProps = { readonly chip: LineChip; readonly text: string; readonly onText: (text: string) => void }

/** Somebody or a day that was understood. A press takes it back to plain words, or chooses among several people. */
function Chip({ chip, text, onText }: ChipProps) {
  const people = usePeople()
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? 'somebody'
  if (chip.kind === 'due')
    return <TakenChip text={fullDay(chip.dueOn)} label={`by ${fullDay(chip.dueOn)}`} onTake={() => onText(without(text, chip))} />
  if (chip.personId !== null)
    return <TakenChip text={nameOf(chip.personId)} label={`owner ${nameOf(chip.personId)}`} onTake={() => onText(without(text, chip))} />
  return chip.candidateIds.slice(0, 4).map((id) => (
    <button
      key={id}
      type="button"
      className={classNames(styles['chip'], styles['missing'])}
      onClick={() => onText(`${text.slice(0, chip.start)}@${nameOf(id)} ${text.slice(chip.end)}`)}
    >
      {nameOf(id)}?
    </button>
  ))
}

function TakenChip({ text, label, onTake }: { readonly text: string; readonly label: string; readonly onTake: () => void }) {
  return (
    <button type="button" className={classNames(styles['chip'], styles['known'])} aria-label={`${label}; press to take it out`} onClick={onTake}>
      {text} <span aria-hidden="true">×</span>
    </button>
  )
}

function without(text: string, { start, end }: LineChip): string {
  return `${text.slice(0, start)}${text.slice(end)}`.replace(/\s{2,}/g, ' ')
}

/** The person whose name begins as what is being typed behind an @; none where that name stands there already. */
function useSuggestion(text: string, input: HTMLInputElement | null): { readonly name: string; readonly text: string } | null {
  const people = usePeople()
  const caret = input?.selectionStart ?? text.length
  const found = typedMention(text, Math.max(caret, 0))
  if (!found || found.typed.trim() === '') return null
  const typed = found.typed.toLocaleLowerCase()
  const person = people.find(({ name }) => name.toLocaleLowerCase().startsWith(typed) && name.toLocaleLowerCase() !== typed)
  if (!person) return null
  return { name: person.name, text: `${text.slice(0, found.from)}@${person.name} ${text.slice(found.from + 1 + found.typed.length)}` }
}
