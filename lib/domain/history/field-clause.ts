import { isSame } from '../change.ts'
import { fieldWord } from '../summary.ts'
import { daysBetween, isCalendarDay } from '../time.ts'
import { type Standing, targetOf, valueText } from './value-text.ts'

/** A record at both moments, and the values of one of its paths. */
export type FieldChange = {
  readonly before: Standing
  readonly after: Standing
  readonly path: string
  readonly from: unknown
  readonly to: unknown
}

/** What changed, as a part of a list; and as the whole of a sentence, where that reads better. */
export type Clause = { readonly part: string; readonly whole: string | null }

const nameFields = new Set(['name', 'title', 'deliverable', 'what'])
const homeWords: Readonly<Record<string, string>> = { areaId: 'value area', nodeId: 'node', objectiveId: 'objective' }
const proseFields = new Set([
  'description',
  'note',
  'condition',
  'vision',
  'mission',
  'valueProposition',
  'text',
  'why',
  'decision',
  'reason',
  'source',
])

const fixed: Readonly<Record<string, string>> = {
  rank: 'another place in its list',
  slot: 'another place on its ring',
  position: 'another place on the map',
  email: 'another address',
  plan: 'another plan',
}

function textsOf({ before, after, path, from, to }: FieldChange): { readonly old: string | null; readonly fresh: string | null } {
  return { old: valueText(before, path, from), fresh: valueText(after, path, to) }
}

function lateness(from: unknown, to: unknown): string {
  if (typeof from !== 'string' || typeof to !== 'string' || !isCalendarDay(from) || !isCalendarDay(to)) return ''
  const days = daysBetween(from, to)
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return ` (${count} ${days > 0 ? 'later' : 'earlier'})`
}

function textsIn(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

/** What joined a list and what left it; another order where neither did. */
function listClause({ before, after, path, from, to }: FieldChange): string {
  const missingIn = (list: unknown, of: unknown) => textsIn(of).filter((value) => !textsIn(list).some((other) => isSame(other, value)))
  const [joined, left] = [missingIn(from, to), missingIn(to, from)]
  const parts = [
    ...joined.map((value) => `“${valueText(after, path, [value]) ?? ''}” added`),
    ...left.map((value) => `“${valueText(before, path, [value]) ?? ''}” taken away`),
  ]
  return `${fieldWord(path)} ${parts.length === 0 ? 'in another order' : parts.join(', ')}`
}

function stepsClause(change: FieldChange): string {
  const [old, fresh] = [textsIn(change.from), textsIn(change.to)]
  const nameOf = (step: unknown): unknown => Reflect.get(Object(step), 'name')
  const isSameList = old.length === fresh.length && old.every((step, at) => nameOf(step) === nameOf(fresh[at]))
  if (!isSameList) return 'other steps'
  const share = (step: unknown) => {
    const done: unknown = Reflect.get(Object(step), 'done')
    return typeof done === 'number' ? `${Math.round(done * 100)}%` : 'unknown'
  }
  const moved = fresh.flatMap((step, at) => (isSame(step, old[at]) ? [] : [`step “${String(nameOf(step))}” ${share(old[at])} → ${share(step)}`]))
  return moved.join(', ')
}

function proseClause(path: string, old: string | null, fresh: string | null): string {
  if (old === null) return `${fieldWord(path)} written`
  return fresh === null ? `${fieldWord(path)} taken away` : `${fieldWord(path)} rewritten`
}

/** The values as they stand in a sentence: what is referred to is quoted, but people are not. */
function namedTexts(change: FieldChange): ReturnType<typeof textsOf> {
  const { old, fresh } = textsOf(change)
  const target = targetOf(change.after, change.path)
  if (target === null || target === 'person') return { old, fresh }
  return { old: old === null ? null : `“${old}”`, fresh: fresh === null ? null : `“${fresh}”` }
}

function valueClause(change: FieldChange): string {
  const { path, from, to } = change
  const { old, fresh } = namedTexts(change)
  const word = path === 'metric' ? 'measure' : fieldWord(path)
  if (fresh === null) return old === null ? `${word} changed` : `no ${word} any more (it was ${old})`
  if (old === null) return path === 'confidence' ? `confidence ${fresh}` : `${word} set to ${fresh}`
  return path === 'state' ? `${old} → ${fresh}` : `${word} ${old} → ${fresh}${lateness(from, to)}`
}

/**
 * What changed in one field, in words: “value 42 → 47”, “due date 1 Mar 2027 → 13 Mar 2027 (12 days later)”, “promised → delivered”.
 *
 * Cost O(size of the values). Spec: HI4-HI6.
 */
export function clauseOf(change: FieldChange): Clause {
  const { path, from, to } = change
  const { old, fresh } = textsOf(change)
  if (nameFields.has(path)) return { part: `now called “${fresh ?? ''}”`, whole: `is now called “${fresh ?? ''}”` }
  const home = homeWords[path]
  if (home && old !== null && fresh !== null) {
    const moved = `moved from ${home} “${old}” to “${fresh}”`
    return { part: moved, whole: moved }
  }
  const only = (part: string): Clause => ({ part, whole: null })
  if (fixed[path]) return only(fixed[path])
  if (proseFields.has(path)) return only(proseClause(path, old, fresh))
  if (path === 'metric.steps') return only(stepsClause(change))
  if (Array.isArray(from) && Array.isArray(to)) return only(listClause(change))
  return only(valueClause(change))
}
