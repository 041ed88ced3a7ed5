'use client'
import { createContext, use } from 'react'
import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import type { CommandCall } from '../../../../lib/domain/command/call.ts'
import type { ColumnId } from './columns.ts'
import type { Active, Draft, Editing, OutlineSetters } from './use-outline-state.ts'
import type { RowRights } from './use-row-rights.ts'

/** What rows and cells need from the outline around them. */
export type OutlineParts = {
  readonly state: OutlineSetters
  readonly shown: readonly ColumnId[]
  /** on a phone a row is a card: its title, and its state below */
  readonly isCards: boolean
  readonly rights: RowRights
  /** runs commands as one step */
  readonly run: (calls: readonly CommandCall[], toast?: string) => void
  readonly startDraft: (draft: Omit<Draft, 'text'>) => void
  /** closes an editor and goes on to the next cell or row */
  readonly finish: (editing: Editing, key: string | undefined) => void
  readonly press: (active: Active) => void
  readonly toggle: (row: RecordRow) => void
  /** shows a record beside the outline */
  readonly open: (row: RecordRow) => void
}

export const OutlineContext = createContext<OutlineParts | null>(null)

export function useOutline(): OutlineParts {
  const parts = use(OutlineContext)
  if (!parts) throw new Error('useOutline is called outside of the outline')
  return parts
}
