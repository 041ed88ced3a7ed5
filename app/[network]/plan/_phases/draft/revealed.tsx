'use client'
import { useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { counted } from '../../../../components/graph/words.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { draftActions } from './actions.ts'
import styles from './draft.module.css'
import { type DraftLine, isTaken, type TakeTo, takeCalls, written } from './lines.ts'
import type { OpenDraft } from './use-draft.ts'

type Props = { readonly drafts: readonly OpenDraft[]; readonly to: TakeTo; readonly mayTake: boolean }

/** Takes lines into the plan: the step, and what it says. */
function useTake(to: TakeTo) {
  const mutate = useMutate()
  return (all: readonly DraftLine[], chosen: readonly DraftLine[]) => {
    const calls = takeCalls(to, all, chosen)
    if (calls.length > 0) void mutate(calls)
  }
}

/** What everybody wrote, with the names: each line can be taken into the plan, one by one or all at once. */
export function Revealed({ drafts, to, mayTake }: Props) {
  const { snapshot } = useNetwork()
  const take = useTake(to)
  const [cursor, setCursor] = useState(0)
  const flat = drafts.flatMap(({ lines }) => written(lines).map((line) => ({ line, of: lines })))
  const left = flat.filter(({ line }) => !isTaken(snapshot, line)).length
  const current = flat[Math.min(cursor, flat.length - 1)]
  const step = (by: number) => setCursor(Math.max(0, Math.min(flat.length - 1, cursor + by)))
  const takeCurrent = () => {
    if (current) take(current.of, [current.line])
    step(1)
  }
  const takeAll = () => {
    const [first] = drafts
    if (first)
      take(
        drafts.flatMap(({ lines }) => lines),
        flat.map(({ line }) => line),
      )
  }
  useAction(draftActions.next, () => step(1))
  useAction(draftActions.previous, () => step(-1))
  useAction(draftActions.take, takeCurrent, { enabled: mayTake && left > 0 })
  useAction(draftActions.takeAll, takeAll, { enabled: mayTake && left > 0 })
  return (
    <section className={styles['revealed']} aria-label="What we drafted">
      <h2>
        What we drafted <span>{left === 0 ? 'all of it is in the plan' : `${counted(left, 'line')} not in the plan yet`}</span>
        {mayTake && left > 0 && (
          <Button size="small" onClick={takeAll}>
            Take all <KeyHint keys="shift+t" />
          </Button>
        )}
      </h2>
      {drafts.map(({ name, lines }) => (
        <div key={`${name} ${lines[0]?.id}`} className={styles['author']}>
          <h3>{name}</h3>
          <ul>
            {written(lines).map((line) => (
              <li key={line.id} className={styles['said']} data-kind={line.kind} aria-current={line === current?.line || undefined}>
                <span>{line.text}</span>
                {isTaken(snapshot, line) ? (
                  <small>
                    <Icon name="check" size={14} /> in the plan
                  </small>
                ) : (
                  mayTake && (
                    <Button size="small" tone="quiet" onClick={() => take(lines, [line])}>
                      Take <span className="visually-hidden">“{line.text}”</span> {line === current?.line && <KeyHint keys="t" />}
                    </Button>
                  )
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
