import { countsOf, toldOf } from '../../../lib/client/compare/scene-changes.ts'
import type { Compared } from '../../../lib/client/compare/use-compared.ts'
import { dayWords, revisionWords } from '../../../lib/client/moment.ts'
import { type Difference, type NodeSentences, sentencesByNode } from '../../../lib/domain/history/compare.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'

/** The sentences of a comparison by node; what names a moment of the past is no change of the network. */
export function sectionsOf({ comparison }: Compared): readonly NodeSentences[] {
  const told = new Set(toldOf(comparison))
  return sentencesByNode(comparison)
    .map((section) => ({ ...section, differences: section.differences.filter((difference) => told.has(difference)) }))
    .filter(({ differences }) => differences.length > 0)
}

/** “1 October 2026, revision 1,204”. */
export function sideWords({ day, snapshot }: { readonly day: string; readonly snapshot: Snapshot }): string {
  return `${dayWords(day)}, ${revisionWords(snapshot.revision)}`
}

/** The counts in words: “3 added, 1 removed, 6 changed”. */
export function countWords(differences: readonly Difference[]): string {
  const { added, removed, changed } = countsOf(differences)
  const parts = [added > 0 ? `${added} added` : null, removed > 0 ? `${removed} removed` : null, changed > 0 ? `${changed} changed` : null]
  return parts.filter((part) => part !== null).join(', ')
}

/** What a comparison says, in one line: how much of each kind. */
export function comparedTakeaway(compared: Compared): string {
  const told = toldOf(compared.comparison)
  const since = dayWords(compared.before.day)
  return told.length === 0 ? `Nothing changed since ${since}.` : `Since ${since}: ${countWords(told)}.`
}

const signs = { added: '+', removed: '−', changed: '~' } as const

/** The whole list as text that can be pasted anywhere. */
export function comparedText(compared: Compared): string {
  const sections = sectionsOf(compared).map(({ name, differences }) =>
    [name ?? 'The network', ...differences.map(({ kind, sentence }) => `${signs[kind]} ${sentence}`)].join('\n'),
  )
  const head = `${sideWords(compared.before)} → ${sideWords(compared.after)}`
  return [head, comparedTakeaway(compared), compared.comparison.takeaway, ...sections].join('\n\n')
}
