import { type Clause, clauseOf, type FieldChange } from './field-clause.ts'
import { capital, spokenOf } from './record-text.ts'
import { partOf, placeOf, sayingOf, standOf } from './told.ts'
import type { Standing } from './value-text.ts'

/** What a record that came is told as: “Key result “X” of objective “Y” was added”. Cost O(1). Spec: HI3. */
export function addedSentence(standing: Standing): string {
  const { snapshot, entity, record } = standing
  if ('tier' in record) return partOf(snapshot, record, 'joined')
  const said = sayingOf(standing)
  if (said !== null) return capital(said)
  const stand = 'strength' in record ? `: ${standOf(record)}` : ''
  return `${capital(spokenOf(snapshot, entity, record))}${placeOf(snapshot, record)} was added${stand}`
}

/** What a record that went is told as. Cost O(1). Spec: HI3. */
export function removedSentence(standing: Standing): string {
  const { snapshot, entity, record } = standing
  if ('tier' in record) return partOf(snapshot, record, 'left')
  return `${capital(spokenOf(snapshot, entity, record))}${placeOf(snapshot, record)} was removed`
}

/** Fields that only say in other words what a field beside them says. */
const shadows: Readonly<Record<string, string>> = {
  slot: 'areaId',
  counteredBy: 'state',
  mentionIds: 'text',
  editedAt: 'text',
  resolvedById: 'resolvedAt',
}

function tellable(fields: readonly FieldChange[]): readonly FieldChange[] {
  const paths = new Set(fields.map(({ path }) => path))
  return fields.filter(({ path }) => !paths.has(shadows[path] ?? ''))
}

function joined(clauses: readonly Clause[]): string {
  return clauses.map(({ part }) => part).join(', ')
}

/**
 * What changed of a record, as a leader would read it aloud: “Key result “X”: value 42 → 47, confidence 6 → 7”. The record has the name that it
 * had before.
 *
 * Cost O(fields). Spec: HI3-HI6.
 */
export function changedSentence(before: Standing, fields: readonly FieldChange[]): string {
  const name = capital(spokenOf(before.snapshot, before.entity, before.record))
  const clauses = tellable(fields).map(clauseOf)
  const [only] = clauses
  return clauses.length === 1 && only && only.whole !== null ? `${name} ${only.whole}` : `${name}: ${joined(clauses)}`
}
