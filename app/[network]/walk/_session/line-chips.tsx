import type { LineChip } from '../../../../lib/domain/ritual/line.ts'
import type { LinePerson } from '../../../../lib/domain/ritual/line-owner.ts'
import { writtenName } from '../../../../lib/domain/ritual/line-written.ts'
import { fullDay } from '../../../components/needs/day-text.ts'
import { classNames } from '../../../components/ui/class-names.ts'
import styles from './bar.module.css'
import { chosenIn, type LineSuggestion } from './line-suggestion.ts'

type Choose = (personId: string, text: string) => void

/** Whose name Tab puts into the line. */
export function Suggested({ suggestion: { person, text }, onChoose }: { readonly suggestion: LineSuggestion; readonly onChoose: Choose }) {
  return (
    <button type="button" className={styles['chip']} onClick={() => onChoose(person.id, text)}>
      <kbd>Tab</kbd> {person.name}
    </button>
  )
}

type ChipProps = {
  readonly chip: LineChip
  readonly text: string
  readonly people: readonly LinePerson[]
  readonly onText: (text: string) => void
  readonly onChoose: Choose
}

/** Somebody or a day that was understood. A press takes it out, or chooses among several people. */
export function Chip({ chip, text, people, onText, onChoose }: ChipProps) {
  if (chip.kind === 'due')
    return <TakenChip text={fullDay(chip.dueOn)} label={`by ${fullDay(chip.dueOn)}`} onTake={() => onText(without(text, chip))} />
  const named = people.filter(({ id }) => chip.candidateIds.includes(id))
  const owner = named.find(({ id }) => id === chip.personId)
  if (owner) return <TakenChip text={owner.name} label={`owner ${owner.name}`} onTake={() => onText(without(text, chip))} />
  return named.slice(0, 4).map((person) => (
    <button
      key={person.id}
      type="button"
      className={classNames(styles['chip'], styles['missing'])}
      onClick={() => onChoose(person.id, chosenIn(text, chip, writtenName(person, people)))}
    >
      {toldApart(person, named)}?
    </button>
  ))
}

/** A name, and where another one is spelled alike the address as well. */
function toldApart({ id, name, email }: LinePerson, others: readonly LinePerson[]): string {
  return others.some((other) => other.id !== id && other.name === name) ? `${name}, ${email ?? 'no address'}` : name
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
