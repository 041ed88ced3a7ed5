'use client'
import { useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useCan } from '../../../../../lib/client/who.ts'
import type { MarketLine } from '../../../../../lib/domain/promise/market.ts'
import type { OpenMove } from '../../../../../lib/domain/promise/moves.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { MoveForm } from '../../../../components/promise/move-form.tsx'
import { needsForm } from '../../../../components/promise/needs-form.ts'
import type { MoveDetails } from '../../../../components/promise/use-promise.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { marketActions } from './actions.ts'
import styles from './ask-row.module.css'
import { type Answer, answers, useAnswers, useMakeAnswer } from './use-answer.ts'

const keyOfAnswer: Record<Answer, string> = { agree: 'y', counter: 'c', decline: 'x' }

type Props = {
  readonly line: MarketLine
  readonly isTalkedAbout: boolean
  readonly toggleTalk: () => void
  /** what comes after an answer: the next ask takes its place */
  readonly onDone: () => void
  /** gives the focus back to the row when a form is put away */
  readonly onLeave: () => void
}

/** What can be answered to the chosen ask: one key each; a counter and a refusal ask for a few words in place. */
export function RowAnswers({ line, isTalkedAbout, toggleTalk, onDone, onLeave }: Props) {
  const { snapshot } = useNetwork()
  const open = useAnswers(line.dependencyId, line.side)
  const make = useMakeAnswer()
  const mayTalk = useCan('write')
  const [asked, setAsked] = useState<Answer | null>(null)
  const need = find(snapshot, 'dependency', line.dependencyId)
  const form = asked ? open[asked] : undefined
  const send = (move: OpenMove, details: MoveDetails = {}) => {
    setAsked(null)
    onDone()
    void make(line.dependencyId, move, details)
  }
  const begin = (answer: Answer) => {
    const move = open[answer]
    if (!move) return
    if (needsForm(move)) setAsked((now) => (now === answer ? null : answer))
    else send(move)
  }
  useAction(marketActions.agree, () => begin('agree'), { enabled: open.agree !== undefined })
  useAction(marketActions.counter, () => begin('counter'), { enabled: open.counter !== undefined })
  useAction(marketActions.decline, () => begin('decline'), { enabled: open.decline !== undefined })
  useAction(marketActions.talk, toggleTalk, { enabled: mayTalk })
  if (!need) return null
  return (
    <div className={styles['answers']}>
      <div className={styles['buttons']} role="group" aria-label="What you can do">
        {answers.map((answer) => {
          const move = open[answer]
          return (
            move && (
              <Button
                key={answer}
                size="small"
                tone={answer === 'agree' ? 'primary' : 'plain'}
                aria-expanded={needsForm(move) ? asked === answer : undefined}
                onClick={() => begin(answer)}
              >
                {answer === 'agree' && move.move === 'promise' ? 'Agree' : move.label}
                <KeyHint keys={keyOfAnswer[answer]} />
              </Button>
            )
          )
        })}
        {mayTalk && (
          <Button size="small" aria-pressed={isTalkedAbout} onClick={toggleTalk}>
            {isTalkedAbout ? 'Talked about' : 'Let us talk'}
            <KeyHint keys="t" />
          </Button>
        )}
      </div>
      {form && (
        <MoveForm
          key={form.move}
          need={need}
          move={form}
          onCancel={() => {
            setAsked(null)
            onLeave()
          }}
          onMove={(details) => send(form, details)}
        />
      )}
    </div>
  )
}
