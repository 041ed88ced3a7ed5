'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Coffee } from '../../../../lib/domain/ritual/check/coffee.ts'
import { shortDay } from '../../../components/graph/words.ts'
import styles from './coffee.module.css'

/** What both are called, whether the partner's node is made by this, and whether somebody takes part in it who can answer. */
export type Ends = { readonly us: string; readonly them: string; readonly isNew: boolean; readonly isStaffed: boolean }

type Props = { readonly coffee: Coffee; readonly ends: Ends; readonly title: string }

/** What a coffee ends in: exchanges, a draft objective, a promise that the other side answers, and the node where it is new. */
export function Ending({ coffee, ends, title }: Props) {
  const { today } = useNetwork()
  const { us, them, isNew } = ends
  const { weGive, theyGive, job, commitment, promisedBy, on } = coffee
  const taker = promisedBy === 'us' ? them : us
  return (
    <section className={styles['ending']} aria-labelledby="ending-title">
      <h2 id="ending-title">{title}</h2>
      <ul>
        {isNew && (
          <li>
            <b>New node</b> {them}, outside of the organisation
          </li>
        )}
        {weGive !== '' && (
          <li>
            <b>Exchange</b> {us} → {them}: {weGive}
          </li>
        )}
        {theyGive !== '' && (
          <li>
            <b>Exchange</b> {them} → {us}: {theyGive}
          </li>
        )}
        {job !== '' && (
          <li>
            <b>Draft objective</b> of {taker}: {job}
          </li>
        )}
        {commitment !== '' && (
          <li>
            <b>Promise</b> {promiseWords(coffee, ends)}: {commitment}, by {shortDay(on, today)}.
            {!ends.isStaffed && ` Nobody of ${them} is here yet, so an editor answers in its name.`}
          </li>
        )}
      </ul>
    </section>
  )
}

/** Who has to answer: the other side, in its inbox as soon as somebody of it is here. */
function promiseWords({ promisedBy }: Coffee, { us, them, isStaffed }: Ends): string {
  if (promisedBy === 'us') return `offered by ${us}, for ${them} to take`
  return isStaffed ? `asked of ${them}, who answers in the inbox` : `asked of ${them}`
}
