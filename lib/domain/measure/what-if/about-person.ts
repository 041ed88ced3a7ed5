import type { WhatIfEdit } from './edit.ts'

/**
 * Where a what-if takes out a person: such a one is tried and sent by its address, and not kept.
 *
 * @returns the place of the first such edit; -1 where there is none
 * Cost O(edits). Spec: WI16.
 */
export function placeOfPerson(edits: readonly WhatIfEdit[]): number {
  return edits.findIndex((edit) => edit.kind === 'without' && edit.entity === 'person')
}
