'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Coffee } from '../../../../lib/domain/ritual/check/coffee.ts'
import { shortDay } from '../../../components/graph/words.ts'
import styles from './coffee.module.css'

/** What both are called, and whether the partner's node is made by this. */
export type Ends = { readonly us: string; readonly them: string; readonly isNew: boolean }

type Props = { readonly coffee: Coffee; readonly ends: Ends; readonly title: string }

/** What a coffee ends in: exchanges, a draft objective, a promise that the other side answers, and the node where it is new. */
export function Ending({ coffee, ends: { us, them, isNew }, title }: Props) {
  const { today } = useNetwork()
  const { weGive, theyGive, job, commitment, promisedBy, on } = coffee
  const [giver, taker] = promisedBy === 'us' ? [us, them] : [them, us]
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
            <b>Promise</b> {promisedBy === 'us' ? `offered by ${giver}, for ${taker} to take` : `asked of ${giver}, who answers in the inbox`}:{' '}
            {commitment}, by {shortDay(on, today)}
          </li>
        )}
      </ul>
    </section>
  )
}
