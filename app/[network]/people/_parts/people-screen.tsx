'use client'
import dynamic from 'next/dynamic'
import { parseAsString, useQueryStates } from 'nuqs'
import { useRef } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { holdsOn } from '../../../../lib/domain/own-nodes.ts'
import { listOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { isCalendarDay } from '../../../../lib/domain/time.ts'
import { Choice } from '../../../components/graph/drawing-bar.tsx'
import { matches } from '../../../components/graph/view-filter.ts'
import { counted, listed, shortDay } from '../../../components/graph/words.ts'
import { filterAction } from '../../../components/shell/views.ts'
import { PageBody, PageFrame } from '../../../components/ui/page-frame.tsx'
import { onDayAction, peopleFormAction } from './actions.ts'
import { ByNode } from './by-node.tsx'
import styles from './people-screen.module.css'

const ByPerson = dynamic(() => import('./by-person.tsx').then(({ ByPerson: loaded }) => loaded))
const GlueView = dynamic(() => import('./glue-view.tsx').then(({ GlueView: loaded }) => loaded))

const parsers = { on: parseAsString, by: parseAsString, a: parseAsString, b: parseAsString }
const forms = ['node', 'person', 'glue'] as const
type Form = (typeof forms)[number]

/** Who takes part where, on a day; and what joins two of them. */
export function PeopleScreen() {
  const { snapshot, today } = useNetwork()
  const { view, setView } = useView()
  const [asked, setAsked] = useQueryStates(parsers)
  const day = useRef<HTMLInputElement>(null)
  const words = useRef<HTMLInputElement>(null)
  const on = asked.on !== null && isCalendarDay(asked.on) ? asked.on : today
  const form: Form = forms.find((each) => each === asked.by) ?? 'node'
  const setForm = (next: Form) => void setAsked({ by: next === 'node' ? null : next })
  const nextForm = () => setForm(forms[(forms.indexOf(form) + 1) % forms.length] ?? 'node')
  useAction(onDayAction, () => day.current?.focus())
  useAction(peopleFormAction, nextForm)
  useAction(filterAction, () => words.current?.focus(), { enabled: form !== 'glue' })
  const keeps = (text: string) => matches(text, view.q)
  return (
    <PageFrame
      title={takeaway(snapshot, on, today)}
      tools={
        <>
          <label className={styles['day']}>
            On
            <input ref={day} type="date" value={on} onChange={(event) => void setAsked({ on: event.currentTarget.value || null })} />
          </label>
          {on !== today && (
            <button type="button" className={styles['today']} onClick={() => void setAsked({ on: null })}>
              today
            </button>
          )}
          {form !== 'glue' && (
            <input
              ref={words}
              type="search"
              className={styles['filter']}
              aria-label="Filter by words"
              placeholder="Filter"
              value={view.q ?? ''}
              onChange={(event) => setView({ q: event.currentTarget.value || null })}
            />
          )}
          <Choice
            label="Show"
            value={form}
            options={[
              { value: 'node', word: 'By node' },
              { value: 'person', word: 'By person' },
              { value: 'glue', word: 'Glue', title: 'What joins two teams or people' },
            ]}
            onChoose={setForm}
          />
        </>
      }
    >
      <PageBody>
        {form === 'node' && <ByNode on={on} keeps={keeps} />}
        {form === 'person' && <ByPerson on={on} keeps={keeps} />}
        {form === 'glue' && <GlueView on={on} a={asked.a} b={asked.b} choose={(pair) => void setAsked(pair)} />}
      </PageBody>
    </PageFrame>
  )
}

/** What the screen says, in one sentence. */
function takeaway(snapshot: Snapshot, on: string, today: string): string {
  const held = listOf(snapshot, 'participation').filter((each) => holdsOn(each, on))
  const people = new Set(held.flatMap(({ personId }) => personId ?? []))
  const teams = new Set(held.flatMap(({ teamId }) => teamId ?? []))
  const nodes = new Set(held.map(({ nodeId }) => nodeId))
  const unknown = listOf(snapshot, 'person').filter(({ id, isPlaceholder }) => isPlaceholder && people.has(id)).length
  const when = on === today ? 'today' : `on ${shortDay(on, today)}`
  if (held.length === 0) return `Nobody takes part in a node ${when}.`
  const who = listed(
    [people.size > 0 ? counted(people.size, 'person', 'people') : '', teams.size > 0 ? counted(teams.size, 'team') : ''].filter(
      (part) => part !== '',
    ),
  )
  const empty = snapshot.tables.node.size - nodes.size
  const rest = [empty > 0 ? `${counted(empty, 'node')} with nobody` : '', unknown > 0 ? `${unknown} not known by name` : ''].filter(
    (part) => part !== '',
  )
  return `${who} in ${counted(nodes.size, 'node')} ${when}${rest.length > 0 ? `; ${listed(rest)}` : ''}.`
}
