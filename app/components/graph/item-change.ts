import type { ChangeKind } from '../../../lib/layout/input.ts'
import type { SceneChanges } from '../../../lib/layout/scene.ts'

/** What became of an item of a drawing that compares. */
export type ItemChangeName = ChangeKind | 'same' | undefined

/** What became of an item; undefined where the drawing compares nothing. */
export function changeAt(changes: SceneChanges | undefined, key: string): ItemChangeName {
  return changes && (changes.items[key]?.kind ?? 'same')
}

/** What an item says, and before it what became of it. */
export function withChange(words: string, changes: SceneChanges | undefined, key: string): string {
  const change = changes?.items[key]
  if (!change) return words
  if (change.kind !== 'changed') return `${change.kind}: ${words}`
  return `${change.count === 1 ? 'changed' : `${change.count} changes`}: ${words}`
}
