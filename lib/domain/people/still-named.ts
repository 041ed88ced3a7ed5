import type { AnyEntity } from '../entity.ts'
import { type EntityName, entityNames } from '../ids.ts'
import { referencesFrom } from '../references.ts'
import { listOf, type Snapshot } from '../snapshot.ts'

/** A text that somebody typed, and in which a name stands. */
export type NamedAt = { readonly entity: EntityName; readonly id: string; readonly field: string }

/** Most texts that are listed. */
export const namedLimit = 100

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Whole words only: “Ana” is not in “Diana”. */
function matcherOf(words: readonly string[]): RegExp | null {
  const wanted = words.filter((word) => word.trim().length > 1).map(escaped)
  return wanted.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

/** Every text below a value, whatever it is nested in. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsIn(part)
}

function fieldsNaming(entity: EntityName, record: AnyEntity, matcher: RegExp): string[] {
  const references = new Set(['id', ...referencesFrom(entity).map(({ field }) => field)])
  return Object.entries(record).flatMap(([field, value]) =>
    !references.has(field) && [...textsIn(value)].some((text) => matcher.test(text)) ? [field] : [],
  )
}

/**
 * The texts of a network in which words stand that people typed there themselves: what erasing a person leaves to them.
 *
 * @param words names and addresses, found whole and whatever the case
 * @returns at most `namedLimit`, in the order of a document
 * Cost O(length of all texts). Spec: PV9.
 */
export function stillNaming(snapshot: Snapshot, words: readonly string[]): NamedAt[] {
  const matcher = matcherOf(words)
  if (!matcher) return []
  const found: NamedAt[] = []
  for (const entity of entityNames)
    for (const record of listOf(snapshot, entity)) {
      for (const field of fieldsNaming(entity, record, matcher)) found.push({ entity, id: record.id, field })
      if (found.length >= namedLimit) return found.slice(0, namedLimit)
    }
  return found
}
