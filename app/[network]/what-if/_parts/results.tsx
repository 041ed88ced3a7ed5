'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { WhatIfAnswer } from '../../../../lib/client/what-if/protocol.ts'
import type { WhatIfRun } from '../../../../lib/client/what-if/use-what-if.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { BeforeAfter, type ShownSide } from './before-after.tsx'
import { Consequences } from './consequences.tsx'
import { leadSentences } from './lead-sentences.ts'
import styles from './what-if.module.css'

type Props = {
  readonly run: WhatIfRun
  readonly answer: WhatIfAnswer | null
  /** whether the answer is to what is supposed now */
  readonly isCurrent: boolean
  readonly side: ShownSide
  readonly onSide: (side: ShownSide) => void
  /** supposes that these needs are dropped, too */
  readonly onDrop: (needIds: readonly string[]) => void
}

/** What would come of it. An answer to an earlier question stays, paler, until the new one is there. */
export function Results({ run, answer, isCurrent, side, onSide, onDrop }: Props) {
  const { state } = run
  return (
    <div className={styles['results']} aria-busy={state.step === 'working'}>
      <Progress run={run} />
      {state.step === 'failed' && (
        <p role="alert" className={styles['fault']}>
          This could not be worked out: {state.failure}
        </p>
      )}
      {answer ? (
        <div className={styles['answer']} data-earlier={!isCurrent || undefined}>
          <Lead answer={answer} />
          <BeforeAfter comparison={answer.comparison} side={side} onSide={onSide} />
          <Consequences answer={answer} onDrop={onDrop} />
          <How />
        </div>
      ) : (
        !['failed', 'stopped'].includes(state.step) && <div className={styles['skeleton']} aria-hidden="true" />
      )}
    </div>
  )
}

/** How far it is, where that takes long enough to be told, and the way to give it up. */
function Progress({ run: { state, stop, again } }: Pick<Props, 'run'>) {
  const { progress, step } = state
  if (!progress && step !== 'stopped') return null
  return (
    <div className={styles['progress']}>
      <p role="status">{progress ? `Working out ${progress.step} …` : 'Stopped before it was worked out.'}</p>
      {progress && <progress value={progress.share} aria-label={`Working out ${progress.step}`} />}
      {progress ? (
        <Button size="small" tone="quiet" onClick={stop} title="Stop (Escape)">
          Stop
        </Button>
      ) : (
        <Button size="small" onClick={again}>
          Work it out
        </Button>
      )}
    </div>
  )
}

/** What would differ in a few sentences, read out when they are there. */
function Lead({ answer }: { readonly answer: WhatIfAnswer }) {
  const { snapshot } = useNetwork()
  const sentences = leadSentences(snapshot, answer)
  return (
    <>
      {answer.comparison.goals.length === 0 && <NoGoal />}
      <p className={styles['lead']} role="status">
        {sentences.map((sentence, at) => (
          <span key={at}>
            <NamedSentence takesFocusBack sentence={sentence} />{' '}
          </span>
        ))}
      </p>
    </>
  )
}

/** Why no chance of a goal is compared, and the way to change that. */
function NoGoal() {
  const { snapshot, slug } = useNetwork()
  const { select } = useView()
  const [goal] = listOf(snapshot, 'goal')
  const isElsewhere = listOf(snapshot, 'goal').some(({ keyResultId }) => keyResultId !== null)
  if (isElsewhere)
    return (
      <p className={styles['lead']}>The key results of the goals are of another cycle, so there is no chance of a goal to compare in this one.</p>
    )
  return (
    <p className={styles['lead']}>
      No goal says which key result measures it, so there is no chance of a goal to compare.{' '}
      {goal ? (
        <button type="button" className={styles['name']} onClick={() => select('goal', goal.id)}>
          Say it of “{goal.name}”
        </button>
      ) : (
        <Link href={`/${slug}/settings`}>Name a goal in the settings</Link>
      )}
    </p>
  )
}

function How() {
  return (
    <details className={styles['how']}>
      <summary>How is this worked out?</summary>
      <p>
        A copy of the network is changed as it says on the left, here in this browser. A key result is reached if its own part works, as likely as its
        owner says, and all comes that it cannot do without; a need that only helps lowers the chance by its strength where it fails. A need with a
        second supplier fails only where both do; who promises it, and what is blocked by that, stays with the first. Each supplier counts once, over
        however many ways. The chance is exact where few enough things hang together, and simulated otherwise, both sides with the same dice: ± is
        twice the standard error.
      </p>
      <p>
        Findings are those that the checks of this network call important about promises: days that do not fit, rings, refusals, asks without an
        answer, a chain longer than the cycle; and who has promised too much. What was accepted until a day is left aside.
      </p>
      <p>
        A node that is not there has no chance for its key results, and nobody exchanges anything with it. A person or a team takes along the nodes
        that would have no lead, or nobody, without them. A way is a pair of nodes between which value can move, over however many others. Days change
        what is late and what is found, not how likely it is.
      </p>
    </details>
  )
}
