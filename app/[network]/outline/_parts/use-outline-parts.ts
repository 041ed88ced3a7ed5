'use client'
import { useEffect, useMemo, useRef } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { keyOf, parentOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { useView } from '../../../../lib/client/view.ts'
import type { ColumnId } from './columns.ts'
import type { OutlineParts } from './outline-context.ts'
import type { OutlineState } from './use-outline-state.ts'
import { useRowRights } from './use-row-rights.ts'

type Around = { readonly state: OutlineState; readonly rows: readonly RecordRow[]; readonly shown: readonly ColumnId[]; readonly isCards: boolean }

function useLatest(around: Around) {
  const latest = useRef(around)
  useEffect(() => {
    latest.current = around
  })
  return latest
}

/** What the rows can ask the outline to do: the same functions while the columns stay. */
export function useOutlineParts(around: Around): OutlineParts {
  const mutate = useMutate()
  const { select } = useView()
  const latest = useLatest(around)
  const { shown, isCards } = around
  const rights = useRowRights()
  const { setters } = around.state
  return useMemo((): OutlineParts => {
    const lastChild = (kind: string, parentKey: string | null) =>
      latest.current.rows.findLast((row) => row.kind === kind && row.parentKey === parentKey)
    return {
      state: setters,
      shown,
      isCards,
      rights,
      run: (calls, toast) => void mutate(calls, toast === undefined ? {} : { toast }),
      startDraft: ({ kind, parentId, afterId, nodeId }) => {
        if (nodeId !== undefined) return setters.setDraft({ kind, parentId, afterId, nodeId, text: '' })
        const parentKind = parentOf[kind]
        const parentKey = parentKind && parentId !== null ? keyOf(parentKind, parentId) : null
        if (parentKey) setters.setOpen(parentKey, true)
        setters.setDraft({ kind, parentId, afterId: afterId ?? lastChild(kind, parentKey)?.id ?? null, text: '' })
      },
      finish: ({ key, column }, by) => {
        const { rows } = latest.current
        const place = shown.indexOf(column)
        const down = by === 'Enter' ? rows[rows.findIndex((row) => row.key === key) + 1] : undefined
        const beside = by === 'Tab' ? shown[place + 1] : by === 'shift+Tab' ? shown[place - 1] : undefined
        if (by === undefined) setters.setEditing(null)
        else setters.focusOn({ key: down?.key ?? key, column: beside ?? column })
      },
      press: (next) => {
        const { active, editing } = latest.current.state
        const isSame = active?.key === next.key && active.column === next.column
        if (!editing || !isSame) setters.focusOn(next)
      },
      toggle: (row) => {
        setters.setOpen(row.key, !row.isExpanded)
        setters.focusOn({ key: row.key, column: 'title' })
      },
      open: (row) => select(row.kind, row.id),
    }
  }, [setters, shown, isCards, rights, mutate, select, latest])
}
