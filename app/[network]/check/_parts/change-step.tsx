'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { askNeed } from '../../../components/graph/connect-prompts.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { checkActions } from './actions.ts'
import styles from './change-step.module.css'
import check from './check.module.css'
import type { StepProps } from './check-session.tsx'
import { useKept } from './use-kept.ts'

export const shares = [0, 25, 50, 75, 100] as const

/** One thing to start or stop, or something to ask of others; and what share of last week went to these key results. */
export function ChangeStep({ ritual, node, isOurs, next }: StepProps) {
  const { kept, keep } = useKept(ritual.id)
  const ask = () => askNeed({ consumerNodeId: node.id, isShown: true })
  useAction(checkActions.ask, ask, { enabled: isOurs })
  useAction(checkActions.next, next)
  return (
    <>
      <section aria-labelledby="change-title">
        <h2 id="change-title">One change</h2>
        <div className={styles['change']}>
          <div role="group" aria-label="What kind of change" className={styles['three']}>
            {(['start', 'stop'] as const).map((kind) => (
              <Button key={kind} aria-pressed={kept.kind === kind} onClick={() => keep({ kind })}>
                {kind === 'start' ? 'Start' : 'Stop'}
              </Button>
            ))}
            {isOurs && <Button onClick={ask}>Ask another node …</Button>}
          </div>
          <TextField
            label={kept.kind === 'start' ? 'We start' : 'We stop'}
            hint="With a name and a day if you like: “pair on the rollout @lee by fri”"
            maxLength={500}
            value={kept.change}
            onChange={(event) => keep({ change: event.currentTarget.value })}
          />
        </div>
      </section>
      <section aria-labelledby="share-title">
        <h2 id="share-title">What share of last week went to these key results?</h2>
        <div role="group" aria-labelledby="share-title" className={styles['shares']}>
          {shares.map((share) => (
            <Button key={share} aria-pressed={kept.share === share} onClick={() => keep({ share })}>
              {share} %
            </Button>
          ))}
        </div>
      </section>
      <footer className={check['foot']}>
        <Button tone="primary" onClick={next}>
          Go on to the end
        </Button>
      </footer>
    </>
  )
}
