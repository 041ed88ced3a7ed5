import type { Spread } from '../spread.ts'

/** What a team votes on in its check, in this order. The key is that of the sealed question. Spec: CK30. */
export const statements = [
  { key: 's1', text: 'We can say in one sentence whose value our work creates.' },
  { key: 's2', text: 'The KR moved because of what we did.' },
  { key: 's3', text: 'Those who depend on us get what they need in time.' },
  { key: 's4', text: 'We get what we need from others.' },
  { key: 's5', text: 'We would spend last week the same way again.' },
] as const
export type StatementKey = (typeof statements)[number]['key']

const colours = ['red', 'yellow', 'green'] as const

/**
 * A spread in words, such as “3 green, 1 red; 2 say it rises”. It has no mean: how far apart people are is what there is to talk about.
 *
 * Cost O(1). Spec: CK31.
 */
export function spreadInWords({ counts, trends, voters }: Omit<Spread, 'nodeId'>): string {
  if (voters === 0) return 'nobody has voted'
  const seen = colours.flatMap((colour, at) => ((counts[at] ?? 0) > 0 ? [`${counts[at]} ${colour}`] : [])).toReversed()
  const [falling = 0, , rising = 0] = trends
  const moves = [
    rising > 0 ? `${rising} ${rising === 1 ? 'says' : 'say'} it rises` : null,
    falling > 0 ? `${falling} ${falling === 1 ? 'says' : 'say'} it falls` : null,
  ]
  return [seen.join(', '), ...moves.filter((each) => each !== null)].join('; ')
}

/** Whether people are far apart: somebody votes red and somebody green. Cost O(1). Spec: CK31. */
export function isApart({ counts }: Pick<Spread, 'counts'>): boolean {
  return (counts[0] ?? 0) > 0 && (counts[2] ?? 0) > 0
}
