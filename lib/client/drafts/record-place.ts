import { createContext, use, useMemo } from 'react'
import type { EntityName } from '../../domain/ids.ts'
import type { FieldPlace } from '../presence/state.ts'

/** The record whose fields the part of the screen inside edits; null where fields belong to none. */
export const RecordPlace = createContext<{ readonly entity: EntityName; readonly id: string } | null>(null)

/** A field of the record around, by its path in the record. */
export function useFieldPlace(field: string | undefined): FieldPlace | null {
  const record = use(RecordPlace)
  return useMemo(() => (record && field !== undefined ? { ...record, field } : null), [record, field])
}
