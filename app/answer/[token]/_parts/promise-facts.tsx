import { fullDay } from '../../../components/needs/day-text.ts'
import styles from './answer.module.css'
import type { AnswerView } from './use-answer.ts'

/** What of the terms on the table is other than what was said: who agrees reads it first. */
function proposal({ on, what, condition }: AnswerView['onTable'], said: AnswerView['dependency']): string {
  const parts = [
    on !== null && on !== (said.promisedOn ?? said.neededOn) ? `by ${fullDay(on)}` : null,
    what !== said.what ? `“${what}”` : null,
    condition !== null && condition !== said.condition ? `met when ${condition}` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** What the promise is about, so that nobody answers something else than was meant. */
export function PromiseFacts({ view: { dependency, onTable, state, network, person } }: { readonly view: AnswerView }) {
  const { what, consumer, consumerKeyResult, supplier, supplierKeyResult, neededOn, promisedOn, condition } = dependency
  const facts = [
    ['What', what],
    ['For', `${consumer}: ${consumerKeyResult}`],
    ['From', supplierKeyResult ? `${supplier}: ${supplierKeyResult}` : supplier],
    ['Needed by', neededOn && fullDay(neededOn)],
    ['Promised for', promisedOn && fullDay(promisedOn)],
    ['Met when', condition],
    ['Proposed', state === 'open' && onTable.isProposed ? proposal(onTable, dependency) : null],
  ] as const
  return (
    <>
      <dl className={styles['facts']}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className={styles['quiet']}>
        {network.name}, answered as {person.name}
      </p>
    </>
  )
}
