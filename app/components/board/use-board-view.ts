'use client'
import { parseAsArrayOf, parseAsString, useQueryStates } from 'nuqs'
import { useCallback } from 'react'

const parsers = {
  /** areas that are folded out into their nodes */
  open: parseAsArrayOf(parseAsString),
  /** `giver~taker`: the cell whose promises are listed; a side that is empty stands for all */
  cell: parseAsString,
}

/** The lines of a cell by their ids; null stands for all of that side. */
export type CellKey = { readonly giver: string | null; readonly taker: string | null }

function parseCell(text: string | null): CellKey | null {
  if (text === null || !text.includes('~')) return null
  const [giver = '', taker = ''] = text.split('~')
  return { giver: giver || null, taker: taker || null }
}

/** What the address says about the board: which areas are folded out, and which cell is looked at. */
export function useBoardView() {
  const [{ open, cell }, set] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const setCell = useCallback((key: CellKey | null) => void set({ cell: key && `${key.giver ?? ''}~${key.taker ?? ''}` }), [set])
  const setOpen = useCallback((areaIds: readonly string[]) => void set({ open: [...areaIds], cell: null }), [set])
  return { open, setOpen, cell: parseCell(cell), setCell }
}
