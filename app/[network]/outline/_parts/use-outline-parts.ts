'use client'
import { useMemo } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { keyOf, parentOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import type { ColumnId } from './columns.ts'
import type { OutlineParts } from './outline-context.ts'
import type { OutlineState } from './use-outline-state.ts'

/** What the rows can ask the outline to do. */
export function useOutlineParts(state: OutlineState, rows: readonly RecordRow[], shown: readonly ColumnId[], isCards: boolean): OutlineParts {
  const mutate = useMutate()
  return useMemo((): OutlineParts => {
    const lastChild = (kind: string, parentKey: string | null) => rows.findLast((row) => row.kind === kind && row.parentKey === parentKey)
    return {
      state,
      shown,
      isCards,
      run: (calls, toast) => void mutate(calls, toast === undefined ? {} : { toast }),
      startDraft: ({ kind, parentId, afterId }) => {
        const parentKind = parentOf[kind]
        const parentKey = parentKind && parentId !== null ? keyOf(parentKind, parentId) : null
        if (parentKey) state.setOpen(parentKey, true)
        state.setDraft({ kind, parentId, afterId: afterId ?? lastChild(kind, parentKey)?.id ?? null, text: '' })
      },
      finish: ({ key, column }, by) => {
        const at = rows.findIndex((row) => row.key === key)
        const place = shown.indexOf(column)
        const down = by === 'Enter' ? rows[at + 1] : undefined
        const beside = by === 'Tab' ? shown[place + 1] : by === 'shift+Tab' ? shown[place - 1] : undefined
        if (by === undefined) return state.setEditing(null)
        state.focusOn({ key: down?.key ?? key, column: beside ?? column })
      },
      press: (next) => {
        const isSame = state.active?.key === next.key && state.active.column === next.column
        if (state.editing && isSame) return
        state.focusOn(next)
      },
      toggle: (row) => {
        state.setOpen(row.key, !row.isExpanded)
        state.focusOn({ key: row.key, column: 'title' })
      },
    }
  }, [state, rows, shown, isCards, mutate])
}
