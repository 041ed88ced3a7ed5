'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { askNeed } from '../../../components/graph/connect-prompts.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { checkActions } from './actions.ts'
import styles from './change-step.module.css'
import check from './check.module.css'
import type { StepProps } from './check-session.tsx'
import { useChange, useWriting } from './use-change.ts'

const shares = [0, 25, 50, 75, 100] as const

/** One thing to start or stop, or something to ask of others; and what share of last week went to these key results. Both are the room's. */
export function ChangeStep({ ritual, node, isOurs, next }: StepProps) {
  const { said, mayWrite, write, setShare } = useChange(ritual)
  const ask = () => askNeed({ consumerNodeId: node.id, isShown: true })
  useAction(checkActions.ask, ask, { enabled: isOurs })
  useAction(checkActions.next, next)
  return (
    <>
      <section aria-labelledby="change-title">
        <h2 id="change-title">One change</h2>
        {mayWrite ? (
          <Change said={said} write={write} ask={isOurs ? ask : null} isTogether={ritual.isTogether} />
        ) : (
          <p className={check['lead']}>The people of {node.name} write down their change, and what share of last week went to these key results.</p>
        )}
      </section>
      {mayWrite && (
        <section aria-labelledby="share-title">
          <h2 id="share-title">What share of last week went to these key results?</h2>
          <div role="group" aria-labelledby="share-title" className={styles['shares']}>
            {shares.map((share) => (
              <Button key={share} aria-pressed={said.share === share} onClick={() => setShare(share)}>
                {share} %
              </Button>
            ))}
          </div>
        </section>
      )}
      <footer className={check['foot']}>
        <Button tone="primary" onClick={next}>
          Go on to the end
        </Button>
      </footer>
    </>
  )
}

type ChangeProps = Pick<ReturnType<typeof useChange>, 'said' | 'write'> & { readonly ask: (() => void) | null; readonly isTogether: boolean }

function Change({ said, write, ask, isTogether }: ChangeProps) {
  const { text, type, flush } = useWriting(said.text, (typed) => write({ text: typed }))
  return (
    <div className={styles['change']}>
      <div role="group" aria-label="What kind of change" className={styles['three']}>
        {(['start', 'stop'] as const).map((kind) => (
          <Button key={kind} aria-pressed={said.kind === kind} onClick={() => write({ kind, text })}>
            {kind === 'start' ? 'Start' : 'Stop'}
          </Button>
        ))}
        {ask && <Button onClick={ask}>Ask another node …</Button>}
      </div>
      <TextField
        label={said.kind === 'start' ? 'We start' : 'We stop'}
        hint={`With a name and a day if you like: “pair on the rollout @lee by fri”${isTogether ? '. Everybody of the node sees and writes this line' : ''}`}
        maxLength={500}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={flush}
      />
    </div>
  )
}
