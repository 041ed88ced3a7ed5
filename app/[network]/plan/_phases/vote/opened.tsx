'use client'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { meanOf, meanText, trustedFrom, voteKeys } from '../../../../../lib/domain/ritual/plan/vote.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { againAction, backToFitAction } from './actions.ts'
import type { Confidence } from './confidence.ts'
import styles from './opened.module.css'
import phase from './vote.module.css'
import { useDoubtWords, VoteResult } from './vote-result.tsx'

type Props = { readonly ritual: Ritual; readonly confidence: Confidence | null; readonly whys: readonly string[]; readonly isLead: boolean }

/** The votes, opened: who doubts by name of the node, how it spreads, and what was said without a name. */
export function Opened({ ritual, confidence, whys, isLead }: Props) {
  if (!confidence) return <p className={phase['lead']}>Nobody voted.</p>
  return (
    <>
      <Doubts ritual={ritual} confidence={confidence} isLead={isLead} />
      <VoteResult confidence={confidence} />
      {whys.length > 0 && (
        <section className={styles['whys']} aria-label="In their words">
          <h3>In their words</h3>
          <ul>
            {whys.map((why, at) => (
              <li key={`${at + 1} ${why}`}>{why}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function trust({ all, byNode }: Confidence): string {
  const mean = meanOf(all)
  if (byNode.length > 0) return 'Every node that stands by itself trusts its plan with a 3 or more.'
  return mean < trustedFrom
    ? `Together we give the plan ${meanText(mean)} of 5: it does not hold yet.`
    : 'Together we trust the plan with a 3 or more.'
}

type DoubtsProps = Pick<Props, 'ritual' | 'isLead'> & { readonly confidence: Confidence }

function Doubts({ ritual, confidence, isLead }: DoubtsProps) {
  const words = useDoubtWords(confidence)
  const mutate = useMutate()
  const { next } = voteKeys(ritual)
  const goBack = () => void mutate([call('ritual.move', { id: ritual.id, phase: 'fit' })])
  const voteAgain = () => void mutate([call('ritual.move', { id: ritual.id, place: next })])
  const isLow = words !== null || (confidence.byNode.length === 0 && meanOf(confidence.all) < trustedFrom)
  const mayGoBack = isLead && isLow
  useAction(backToFitAction, goBack, { enabled: mayGoBack })
  useAction(againAction, voteAgain, { enabled: isLead && next !== null })
  return (
    <div className={styles[isLow ? 'doubts' : 'calm']} role="status">
      {words === null ? (
        <p>{trust(confidence)}</p>
      ) : (
        <p>
          Back to the fit check: <b>{words}</b>. A mean below 3 says that the plan does not hold yet.
        </p>
      )}
      {mayGoBack && (
        <Button tone="primary" onClick={goBack}>
          Return to the fit check <KeyHint keys="r" />
        </Button>
      )}
      {isLead && next !== null && (
        <Button onClick={voteAgain}>
          Vote again <KeyHint keys="v" />
        </Button>
      )}
    </div>
  )
}
