import { placeOfPerson } from '../../../../lib/domain/measure/what-if/about-person.ts'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { counted } from '../../../components/graph/words.ts'

function lead(edits: readonly WhatIfEdit[]): string {
  if (edits.length === 0) return 'Try what would come of it, before anybody does it. It is worked out in this browser; the network is not touched.'
  return `${counted(edits.length, 'thing')} supposed. The network is not touched; the address of this page holds all of it.`
}

/** What stands under the name of a what-if: its note, else what it is; and why it cannot be kept where it takes out a person. Spec: WI16. */
export function headLines(edits: readonly WhatIfEdit[], note: string | null): string[] {
  const first = note ?? lead(edits)
  if (placeOfPerson(edits) < 0) return [first]
  return [first, 'It takes out a person, so it is not kept under a name; the address holds an id, which only members see as a name.']
}
