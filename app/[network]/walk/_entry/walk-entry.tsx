'use client'
import Link from 'next/link'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { freshCode } from '../../../../lib/client/ritual/fresh-code.ts'
import { freshTimer } from '../../../../lib/client/ritual/use-clock.ts'
import { useRituals } from '../../../../lib/client/ritual/use-rituals.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Agenda } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { agendaSections } from '../../../../lib/domain/vocabulary.ts'
import { counted, shortDay } from '../../../components/graph/words.ts'
import entry from '../../../components/ritual/entry.module.css'
import { OpenSession } from '../../../components/ritual/open-session.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { entryActions } from '../_session/actions.ts'
import { pressFocused } from '../_session/press-focused.ts'
import { sectionWords } from '../_session/section-words.ts'
import { PastWalks } from './past-walks.tsx'
import styles from './stops.module.css'
import { type KnownAgenda, useAgenda } from './use-agenda.ts'

/** Before a walk: what it will stop at, the one thing to press, and the walks of the past. */
export function WalkEntry() {
  const { cycle, slug, assessment } = useNetwork()
  const { past } = useRituals('walk')
  if (!cycle || assessment.keyResults.size === 0)
    return (
      <>
        <h1 className="visually-hidden">Walk</h1>
        <EmptyState title="There is nothing to walk through yet" action={<Link href={`/${slug}/outline`}>Open the outline</Link>}>
          The walk goes through the key results of a cycle: what changed, what is late or blocked, and what nobody has spoken of.
        </EmptyState>
      </>
    )
  return (
    <div className={entry['entry']} data-scope="ritual" data-home-scope="ritual">
      <ThisWeek />
      <PastWalks walks={past} />
    </div>
  )
}

function ThisWeek() {
  const known = useAgenda()
  const { agenda, step, again } = known
  return (
    <section className={entry['main']} aria-labelledby="walk-week">
      <h1 id="walk-week">This week’s walk</h1>
      {step === 'loading' && <p role="status">Comparing with the last walk …</p>}
      {step === 'failed' && (
        <p>
          The network of the last walk could not be read. <Button onClick={again}>Try again</Button>
        </p>
      )}
      {agenda && <Compiled agenda={agenda} known={known} />}
    </section>
  )
}

function Compiled({ agenda, known }: { readonly agenda: Agenda; readonly known: KnownAgenda }) {
  const { today } = useNetwork()
  const { stops, expected, changes } = agenda
  const left = Object.values(agenda.leftBySection).reduce((sum, count) => sum + count, 0)
  const sections = agendaSections
    .map((section) => ({ section, here: stops.filter((stop) => stop.section === section) }))
    .filter(({ here }) => here.length > 0)
  return (
    <>
      <p className={entry['lead']}>
        {stops.length === 0 ? 'Nothing calls for a word' : counted(stops.length, 'stop')}; {counted(expected, 'key result')} as expected
        {left > 0 && `; ${left} more beyond the twelve`}. {changes.sentence} since {shortDay(changes.since, today)}.
      </p>
      <OpenWalk agenda={agenda} known={known} />
      <ol className={styles['stops']} aria-label="Stops">
        {sections.map(({ section, here }) => (
          <li key={section}>
            <h2>
              {sectionWords[section]} <span>{here.length}</span>
            </h2>
            <ul>
              {here.map((stop) => (
                <li key={stop.id}>{stop.sentence}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

function OpenWalk({ agenda: { agenda, expected }, known }: { readonly agenda: Agenda; readonly known: KnownAgenda }) {
  const { cycle, snapshot } = useNetwork()
  const opening = () =>
    call('ritual.open', {
      id: freshId('ritual'),
      kind: 'walk',
      cycleId: cycle?.id ?? null,
      code: freshCode(),
      agenda,
      expected,
      baseRevision: known.baseRevision === null ? null : Math.min(known.baseRevision, snapshot.revision),
      timer: freshTimer(120),
    })
  return (
    <OpenSession
      action={entryActions.open}
      opening={opening}
      keyFirst={pressFocused}
      word="Open the walk"
      refusal="An editor or a facilitator opens the walk; then you can join it here."
    >
      <kbd>Enter</kbd> opens it; <kbd>→</kbd> goes on. It begins with the actions of last time.
    </OpenSession>
  )
}
