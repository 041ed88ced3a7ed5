'use client'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import { confidenceOf } from '../_phases/vote/confidence.ts'
import { VoteResult } from '../_phases/vote/vote-result.tsx'
import { outcomeActions } from './actions.ts'
import styles from './outcome.module.css'
import type { Outcome } from './outcome-of.ts'
import { OutcomeSection } from './outcome-section.tsx'
import { PlanAgainstActual } from './plan-against-actual.tsx'
import { Poster } from './poster.tsx'
import { type PaperSize, PosterSize } from './poster-size.tsx'
import { markdownOf, saveCalendar, saveMarkdown } from './take-away.ts'
import { useOutcome } from './use-outcome.ts'

/** What a planning session left: what was promised, risked and voted; to take away, to hang up, and to compare with what came of it. */
export function OutcomePage({ ritual }: { readonly ritual: Ritual }) {
  const read = useOutcome(ritual)
  if (read.step === 'loading') return <p role="status">Reading the plan as it was committed …</p>
  if (read.step === 'failed')
    return <EmptyState title="The plan could not be read">The server did not give the network of that day. Reload the page to try again.</EmptyState>
  return <OpenOutcome ritual={ritual} outcome={read.outcome} />
}

function OpenOutcome({ ritual, outcome }: { readonly ritual: Ritual; readonly outcome: Outcome }) {
  const { snapshot } = useNetwork()
  const [size, setSize] = useState<PaperSize>('A3')
  const { named, since } = outcome
  const confidence = confidenceOf(snapshot, ritual.id)
  return (
    <article className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <header className={styles['head']}>
        <div>
          <h1>{named.title}</h1>
          <p className={styles['lead']}>{named.lead}</p>
        </div>
        <TakeAway outcome={outcome} size={size} setSize={setSize} />
      </header>
      <dl className={styles['facts']}>
        {named.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {since && <PlanAgainstActual since={since} />}
      {confidence && (
        <section className={styles['section']} aria-label="Confidence vote">
          <h2>Confidence vote</h2>
          <VoteResult confidence={confidence} />
        </section>
      )}
      {named.sections
        .filter(({ id }) => id !== 'vote')
        .map((section) => (
          <OutcomeSection key={section.id} section={section} />
        ))}
      <Poster ritual={ritual} outcome={outcome} size={size} />
    </article>
  )
}

type TakeAwayProps = { readonly outcome: Outcome; readonly size: PaperSize; readonly setSize: (size: PaperSize) => void }

function TakeAway({ outcome, size, setSize }: TakeAwayProps) {
  const copy = () => void copyText(markdownOf(outcome))
  useAction(outcomeActions.poster, () => print())
  useAction(outcomeActions.markdown, () => saveMarkdown(outcome))
  useAction(outcomeActions.calendar, () => saveCalendar(outcome))
  useAction(outcomeActions.copy, copy)
  return (
    <div className={styles['takeAway']} role="group" aria-label="Take the plan away">
      <PosterSize size={size} onChoose={setSize} />
      <Button tone="primary" onClick={() => print()}>
        Print the poster <KeyHint keys="p" />
      </Button>
      <Button onClick={copy}>Copy as Markdown</Button>
      <Button onClick={() => saveMarkdown(outcome)}>Markdown</Button>
      <Button onClick={() => saveCalendar(outcome)}>Calendar (.ics)</Button>
    </div>
  )
}
