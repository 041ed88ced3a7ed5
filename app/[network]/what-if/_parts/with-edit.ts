import { type WhatIfEdit, whatIfEditSchema } from '../../../../lib/domain/measure/what-if/edit.ts'
import { wayOf } from './ways.ts'

function isSameThing(one: WhatIfEdit, other: WhatIfEdit): boolean {
  const [a, b] = [wayOf(one), wayOf(other)]
  return a.way !== 'add' && a.way === b.way && a.subjectId === b.subjectId
}

/** The list with one more edit; one that says the same of the same record takes the place of the earlier one. Spec: WI6. */
export function withEdit(edits: readonly WhatIfEdit[], edit: WhatIfEdit, place: number | null = null): readonly WhatIfEdit[] {
  const at = place ?? edits.findIndex((each) => isSameThing(each, edit))
  return at < 0 ? [...edits, edit] : edits.with(at, edit)
}

/** An edit out of what a form holds; null where something is missing yet. */
export function editFrom(fields: Readonly<Record<string, unknown>>): WhatIfEdit | null {
  return whatIfEditSchema.safeParse(fields).data ?? null
}
