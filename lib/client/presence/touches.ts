import type { FieldPlace } from './state.ts'

/** Who changed a field, and when this window heard of it. */
export type FieldTouch = { readonly by: string; readonly heardAt: number }

type Line = {
  readonly actor?: string
  readonly changes: readonly { readonly entity: string; readonly id: string; readonly after: object | null }[]
}

/** So many fields are remembered; the rest was changed long ago. */
const most = 2_000

const touches = new Map<string, FieldTouch>()

function isOver(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`)
}

/** Remembers who made the change sets that this window hears of. */
export function rememberTouches(lines: readonly Line[], now: number): void {
  for (const { actor, changes } of lines) {
    if (actor === undefined) continue
    for (const { entity, id, after } of changes)
      for (const path of Object.keys(after ?? {})) {
        const key = `${entity}:${id}:${path}`
        touches.delete(key)
        touches.set(key, { by: actor, heardAt: now })
      }
  }
  for (const key of touches.keys()) {
    if (touches.size <= most) return
    touches.delete(key)
  }
}

/** Who changed a field last, as far as this window has heard; null where it has not. Cost O(fields that are remembered). */
export function touchOf({ entity, id, field }: FieldPlace): FieldTouch | null {
  const prefix = `${entity}:${id}:`
  let last: FieldTouch | null = null
  for (const [key, touch] of touches) if (key.startsWith(prefix) && isOver(key.slice(prefix.length), field)) last = touch
  return last
}
