import type { Change } from '../change.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'
import type { ItemKind, RitualPhase } from '../vocabulary.ts'

const kindWords: Readonly<Record<ItemKind, string>> = {
  decision: 'Decision',
  action: 'Action',
  note: 'Note',
  parked: 'Parked',
  question: 'Question',
  answer: 'Answer',
  risk: 'Risk',
  win: 'Win',
  learning: 'Learning',
  priority: 'Priority',
  exclusion: 'Left out',
  weight: 'Weight of an area',
  talk: 'Talk',
  change: 'Change',
  share: 'Share',
}

const phaseWords: Readonly<Record<RitualPhase, string>> = {
  lobby: 'the lobby',
  context: 'the context',
  lookBack: 'the look back',
  draft: 'the draft',
  market: 'the market',
  fit: 'the fit check',
  readOut: 'the read-out',
  vote: 'the vote',
  commit: 'the commit',
  actions: 'last week’s actions',
  changed: 'what changed',
  stops: 'the stops',
  sweep: 'the sweep',
  close: 'the close',
  line: 'the line to the core',
  numbers: 'the numbers',
  promises: 'the promises',
  statements: 'the statements',
  change: 'the one change',
  done: 'the end',
  questions: 'the questions',
}

/** Guaranteed by `Change`: a kind or a phase that is stored has passed its schema. */
function wordIn<K extends string>(words: Readonly<Record<K, string>>, key: unknown): string | null {
  return typeof key === 'string' && Object.hasOwn(words, key) ? words[key as K] : null
}

const longest = 80

/** One line of a text, cut where it is long. */
function lineOf(text: unknown): string {
  const line = typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : ''
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}

/** What is said in a plan or a walk stands in its minutes, for everybody; what a team says in its check stays in the check. */
function entryTold(snapshot: Snapshot, { after }: Change): string | null {
  const kind = wordIn(kindWords, after?.['kind'])
  const ritual = find(snapshot, 'ritual', typeof after?.['ritualId'] === 'string' ? after['ritualId'] : null)
  if (kind === null || !ritual) return null
  const text = ritual.kind === 'plan' || ritual.kind === 'walk' ? lineOf(after?.['text']) : ''
  return `${kind} in “${nameOf(ritual)}”${text === '' ? '' : `: “${text}”`}`
}

function phaseTold(snapshot: Snapshot, { id, before, after }: Change): string | null {
  const phase = before === null ? null : wordIn(phaseWords, after?.['phase'])
  const ritual = find(snapshot, 'ritual', id)
  return phase !== null && ritual && after?.['state'] === undefined ? `“${nameOf(ritual)}” came to ${phase}` : null
}

/**
 * What a change set did in a session and nowhere else: what was said, or to which phase the room went.
 *
 * @param snapshot the network before or after the changes
 * @returns null for every other change set; no name of a person but what somebody typed
 * Cost O(changes). Spec: CH63.
 */
export function sessionTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  if (!changes.every(({ entity }) => entity === 'ritual' || entity === 'ritualItem')) return null
  const [first, ...more] = changes.filter(({ entity, before }) => entity === 'ritualItem' && before === null)
  const told = first && entryTold(snapshot, first)
  if (told) return `${told}${more.length > 0 ? ` and ${more.length} more` : ''}`
  const [moved, ...others] = changes
  return moved?.entity === 'ritual' && others.length === 0 ? phaseTold(snapshot, moved) : null
}
