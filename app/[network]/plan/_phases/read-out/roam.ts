import type { ItemStatus } from '../../../../../lib/domain/vocabulary.ts'

/** The four answers to a risk, with the letter that stands for each. */
export const roam = [
  { status: 'resolved', letter: 'R', word: 'Resolved' },
  { status: 'owned', letter: 'O', word: 'Owned' },
  { status: 'accepted', letter: 'A', word: 'Accepted' },
  { status: 'mitigated', letter: 'M', word: 'Mitigated' },
] as const satisfies readonly { status: ItemStatus; letter: string; word: string }[]

export type Roam = (typeof roam)[number]['status']
