import { counted } from '../../counted.ts'
import { joined } from '../../joined.ts'
import { get, type Snapshot } from '../../snapshot.ts'
import type { Contribution, PromiseCounts } from './contribution.ts'

function promisesInWords({ open, delivered, late }: PromiseCounts): string {
  if (open + delivered === 0) return 'nothing promised'
  return `${counted(open + delivered, 'promise')}, ${delivered} delivered${late > 0 ? `, ${late} late` : ''}`
}

/** A part of the statement: what it is about, and its sentence. */
export type StatementPart = { readonly id: string; readonly title: string; readonly text: string }

const nobody = 'Nobody that the network knows of.'

/**
 * A contribution as sentences, one part for each question, in the order of reading. It names nodes and key results, never people.
 *
 * Cost O(size of the contribution). Spec: CK60-CK62.
 */
export function statementParts({
  moves,
  forWhom,
  throughWhom,
  stops,
  whoWaits,
  given,
  received,
  seenDifferently,
  serves,
}: Contribution): StatementPart[] {
  const parts: StatementPart[] = [
    {
      id: 'moves',
      title: 'What we move',
      text: moves.length === 0 ? 'No key result in this cycle yet.' : `${moves.map(({ title, stands }) => `${title} (${stands})`).join('; ')}.`,
    },
    {
      id: 'forWhom',
      title: 'For whom',
      text: forWhom.length === 0 ? nobody : `${joined(forWhom)}, for ${serves.area} and so for the core of ${serves.network}.`,
    },
    {
      id: 'throughWhom',
      title: 'Through whom',
      text: throughWhom.length === 0 ? nobody : `${joined(throughWhom)} ${throughWhom.length === 1 ? 'gives' : 'give'} us what we need.`,
    },
    { id: 'stops', title: 'What stops if we slip', text: stops.length === 0 ? 'No key result of others.' : `${joined(stops)}.` },
    { id: 'whoWaits', title: 'Who waits for us', text: whoWaits.length === 0 ? 'Nobody at the moment.' : `${joined(whoWaits)}.` },
    { id: 'promises', title: 'Given and received', text: `Given: ${promisesInWords(given)}. Received: ${promisesInWords(received)}.` },
  ]
  if (seenDifferently.length > 0) parts.push({ id: 'differently', title: 'Seen differently', text: seenDifferently.join(' ') })
  return parts
}

/**
 * The contribution statement of a node as Markdown, to be edited by its people.
 *
 * @param measured what the measures say of it (`restsOnUs`), as far as they are known
 * @throws DomainError NOT_FOUND
 * Cost O(size). Spec: CK60, CK66.
 */
export function statementText(snapshot: Snapshot, contribution: Contribution, measured: readonly StatementPart[] = []): string {
  const { name } = get(snapshot, 'node', contribution.nodeId)
  return [`# What ${name} contributes`, ...[...statementParts(contribution), ...measured].map(({ title, text }) => `**${title}.** ${text}`)].join(
    '\n\n',
  )
}
