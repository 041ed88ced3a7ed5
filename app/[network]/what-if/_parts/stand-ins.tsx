'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { PartyLoss } from '../../../../lib/domain/measure/value/lose-party.ts'
import { partiesIn } from '../../../../lib/domain/measure/value/lose-party.ts'
import type { NodeStandIn, StandIns } from '../../../../lib/domain/measure/value/stand-ins.ts'
import type { Absence } from '../../../../lib/domain/measure/what-if/losses.ts'
import { enumerate, nodePart, type Sentence, type SentencePart, words } from '../../../../lib/domain/plan/sentence.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import styles from './what-if.module.css'

type Props = { readonly standIns: readonly StandIns[]; readonly absences: readonly Absence[] }
type PartyRef = { readonly kind: 'team' | 'person'; readonly id: string; readonly name: string }

function partyPart({ kind, id, name }: PartyRef): SentencePart {
  return { kind, id, text: name }
}

/** What of a node's work would be without somebody, and who does it with them today. */
function absenceSentence(snapshot: Snapshot, { nodeId, staying, losesLastLead, losesEverybody }: PartyLoss): Sentence {
  const here = partiesIn(
    snapshot,
    staying.filter(({ tier }) => tier !== 'resonance'),
  )
  const node = nodePart(snapshot, nodeId)
  if (losesEverybody) return [words('Nobody would be left to do the work of '), node, words('.')]
  if (here.length === 0) return [node, words(' has nobody at its core today; only its resonance changes.')]
  const who = enumerate(here.map((party) => [partyPart(party)]))
  const lead = losesLastLead ? ' would have no lead. Its work is known to ' : ' goes on with '
  return [node, words(lead), ...who, words('.')]
}

function deliverable(snapshot: Snapshot, id: string): string {
  return `“${find(snapshot, 'exchange', id)?.deliverable ?? ''}”`
}

function standInSentence(snapshot: Snapshot, { nodeId, alike, shared }: NodeStandIn): Sentence {
  const gives = alike.map(({ exchangeId, lostExchangeId }) => {
    const [own, lost] = [deliverable(snapshot, exchangeId), deliverable(snapshot, lostExchangeId)]
    return own === lost ? own : `${own}, much like ${lost}`
  })
  const parts: Sentence[] = [
    ...(gives.length === 0 ? [] : [[words(`gives ${gives.join(' and ')}`)]]),
    ...(shared.length === 0 ? [] : [[words('has '), ...enumerate(shared.map((party) => [partyPart(party)])), words(' in common')]]),
  ]
  return [nodePart(snapshot, nodeId), words(' '), ...enumerate(parts), words('.')]
}

/** Who knows the work, and which nodes give something like it: a list to talk about, in which nobody is compared. */
export function StandInList({ standIns, absences }: Props) {
  const { snapshot } = useNetwork()
  const known = absences.flatMap(({ nodes }) => nodes)
  const named = new Set(known.map(({ nodeId }) => nodeId))
  return (
    <section>
      <h2>Who could stand in</h2>
      {known.length > 0 && (
        <ul>
          {known.map((loss) => (
            <li key={loss.nodeId}>
              <NamedSentence takesFocusBack sentence={absenceSentence(snapshot, loss)} />
            </li>
          ))}
        </ul>
      )}
      {absences.length > 0 && known.length === 0 && <p className={styles['quiet']}>They take part in no node today, so no work is without them.</p>}
      {standIns.map(({ nodeId, parties, nodes }) => (
        <div key={nodeId}>
          <h3>
            For the work of <NamedSentence takesFocusBack sentence={[nodePart(snapshot, nodeId)]} />
          </h3>
          <ul>
            {parties.length > 0 && !named.has(nodeId) && (
              <li>
                <NamedSentence
                  takesFocusBack
                  sentence={[
                    ...enumerate(parties.map((party) => [partyPart(party)])),
                    words(parties.length === 1 ? ' knows the work.' : ' know the work.'),
                  ]}
                />
              </li>
            )}
            {nodes.map((each) => (
              <li key={each.nodeId}>
                <NamedSentence takesFocusBack sentence={standInSentence(snapshot, each)} />
              </li>
            ))}
            {nodes.length === 0 && <li className={styles['quiet']}>No other node gives anything like it or has people in common with it.</li>}
          </ul>
        </div>
      ))}
    </section>
  )
}
