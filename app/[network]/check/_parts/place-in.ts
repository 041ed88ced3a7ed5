import type { FieldPlace } from '../../../../lib/client/presence/state.ts'

/** Where what is typed in a check waits until it is told: of this check, not of the next one. */
export function placeIn(ritualId: string, field: string): FieldPlace {
  return { entity: 'ritual', id: ritualId, field }
}
