'use client'
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { type EntityName, entityNames } from '../../../../lib/domain/ids.ts'
import { entityWords, find, listOf, nameOf } from '../../../../lib/domain/snapshot.ts'
import { addDays } from '../../../../lib/domain/time.ts'
import { Toggle } from '../../../components/graph/drawing-bar.tsx'
import { actorOf, actorOptions } from '../../../components/history/who-words.ts'
import { Chip } from '../../../components/ui/chip.tsx'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { countFilters, type Filter, reasonFilters } from './filter.ts'
import styles from './filter-bar.module.css'

type Props = {
  readonly filter: Filter
  readonly set: (patch: Partial<Filter>) => void
  readonly clear: () => void
  readonly words: RefObject<HTMLInputElement | null>
}

const reasonOptions = { internal: 'internal', external: 'external', none: 'none given' } as const

/** Enter and the arrow lead into the list; Esc leaves the field as it is. */
function leaveField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return
  event.preventDefault()
  event.currentTarget.blur()
  if (event.key !== 'Escape') document.querySelector<HTMLElement>('[data-revision][tabindex="0"]')?.focus()
}

/** What narrows the list of changes; all of it stands in the address. */
export function FilterBar({ filter, set, clear, words }: Props) {
  const [isOpen, setOpen] = useState(false)
  const count = countFilters(filter)
  return (
    <search className={styles['bar']} aria-label="Filter the changes" data-open={isOpen || undefined}>
      <input
        ref={words}
        type="search"
        className={styles['words']}
        aria-label="Words in the change, its kind or who made it"
        placeholder="Find in the changes"
        value={filter.words ?? ''}
        onChange={(event) => set({ words: event.currentTarget.value || null })}
        onKeyDown={leaveField}
      />
      <button type="button" className={styles['more']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Filter{count > 0 ? ` (${count})` : ''}
      </button>
      <Days filter={filter} set={set} />
      <People filter={filter} set={set} />
      <Kinds filter={filter} set={set} />
      <Nodes filter={filter} set={set} />
      <label className={styles['choice']}>
        Reason
        <select value={filter.why ?? ''} onChange={(event) => set({ why: reasonFilters.find((each) => each === event.currentTarget.value) ?? null })}>
          <option value="">any</option>
          {reasonFilters.map((each) => (
            <option key={each} value={each}>
              {reasonOptions[each]}
            </option>
          ))}
        </select>
      </label>
      <Toggle
        isOn={filter.structure}
        onToggle={() => set({ structure: !filter.structure })}
        title="Areas, nodes and exchanges that came, went or moved"
      >
        Structure only
      </Toggle>
      <RecordChip filter={filter} set={set} />
      {count > 0 && (
        <button type="button" className={styles['clear']} onClick={clear}>
          Show all
        </button>
      )}
    </search>
  )
}

type PartProps = Pick<Props, 'filter' | 'set'>

/** The Monday of the week of a day. */
function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

/** The spans that are asked for most; other days stand beside. */
function spansOf(today: string) {
  const monday = mondayOf(today)
  return [
    { id: 'today', word: 'today', since: today, until: today },
    { id: 'week', word: 'this week', since: monday, until: addDays(monday, 6) },
    { id: 'last', word: 'last week', since: addDays(monday, -7), until: addDays(monday, -1) },
    { id: 'month', word: 'the last 30 days', since: addDays(today, -29), until: today },
  ] as const
}

function Days({ filter: { since, until }, set }: PartProps) {
  const { today } = useNetwork()
  const spans = spansOf(today)
  const [isOwn, setOwn] = useState(false)
  const known = spans.find((span) => span.since === since && span.until === until)?.id
  const chosen = isOwn ? 'days' : since === null && until === null ? 'any' : (known ?? 'days')
  const choose = (id: string) => {
    setOwn(id === 'days')
    if (id === 'days') return
    const span = spans.find((each) => each.id === id)
    set(span ? { since: span.since, until: span.until } : { since: null, until: null })
  }
  return (
    <span className={styles['days']}>
      <label className={styles['choice']}>
        When
        <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="any">any time</option>
          {spans.map(({ id, word }) => (
            <option key={id} value={id}>
              {word}
            </option>
          ))}
          <option value="days">these days …</option>
        </select>
      </label>
      {chosen === 'days' && (
        <>
          <input
            type="date"
            aria-label="From"
            value={since ?? ''}
            max={until ?? undefined}
            onChange={(event) => set({ since: event.currentTarget.value || null })}
          />
          <span aria-hidden="true">–</span>
          <input
            type="date"
            aria-label="To"
            value={until ?? ''}
            min={since ?? undefined}
            onChange={(event) => set({ until: event.currentTarget.value || null })}
          />
        </>
      )}
    </span>
  )
}

function People({ filter: { who }, set }: PartProps) {
  const { snapshot } = useNetwork()
  const options = useMemo(() => actorOptions(snapshot), [snapshot])
  const shown = who === null || options.some(({ id }) => id === who) ? options : [...options, { id: who, label: actorOf(snapshot, who).name }]
  return <Combobox label="Who" value={who} options={shown} placeholder="anybody" canClear isQuiet={false} onChange={(id) => set({ who: id })} />
}

/** Kinds of record, as many: the word of one, capitalised by nobody. */
const listedKinds: readonly EntityName[] = entityNames.filter((entity) => entity !== 'promiseMove')

function Kinds({ filter: { what }, set }: PartProps) {
  return (
    <label className={styles['choice']}>
      What
      <select value={what ?? ''} onChange={(event) => set({ what: entityNames.find((each) => each === event.currentTarget.value) ?? null })}>
        <option value="">anything</option>
        {listedKinds.map((entity) => (
          <option key={entity} value={entity}>
            {entityWords[entity]}
          </option>
        ))}
      </select>
    </label>
  )
}

function Nodes({ filter: { node }, set }: PartProps) {
  const { snapshot } = useNetwork()
  const options = useMemo(() => listOf(snapshot, 'node').map(({ id, name }) => ({ id: String(id), label: name })), [snapshot])
  const shown = node === null || options.some(({ id }) => id === node) ? options : [...options, { id: node, label: 'a node that is gone' }]
  return <Combobox label="Node" value={node} options={shown} placeholder="any node" canClear onChange={(id) => set({ node: id })} />
}

/** The one record that the list is narrowed to, which only a link can ask for. */
function RecordChip({ filter: { record }, set }: PartProps) {
  const { snapshot } = useNetwork()
  if (record === null) return null
  const found = entityNames.flatMap((entity) => find(snapshot, entity, record) ?? [])[0]
  return (
    <Chip tone="accent" removeLabel="Any record" onRemove={() => set({ record: null })}>
      only {found ? `“${nameOf(found)}”` : 'one record that is gone'}
    </Chip>
  )
}
