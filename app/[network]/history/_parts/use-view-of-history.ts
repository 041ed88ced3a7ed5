'use client'
import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { momentOf, revisionIn } from '../../../components/history/moment.ts'
import { type Filter, filterIn, historyParsers } from './filter.ts'

export const forms = ['changes', 'moments', 'report'] as const
export type Form = (typeof forms)[number]

const nothing = { since: null, until: null, who: null, what: null, node: null, record: null, words: null, structure: null, why: null } as const

/** What the address says about the history: which changes, which of them is open, and in which form. */
export function useViewOfHistory() {
  const [raw, setRaw] = useQueryStates(historyParsers, { history: 'replace', shallow: true, scroll: false })
  const filter = useMemo(() => filterIn(raw), [raw])
  const set = useCallback(
    (patch: Partial<Filter>) => void setRaw({ ...patch, structure: patch.structure === false ? null : patch.structure }),
    [setRaw],
  )
  const clear = useCallback(() => void setRaw(nothing), [setRaw])
  const setOpen = useCallback((revision: number | null) => void setRaw({ open: revision === null ? null : momentOf(revision) }), [setRaw])
  const setForm = useCallback((form: Form) => void setRaw({ show: form === 'changes' ? null : form }), [setRaw])
  const form: Form = forms.find((each) => each === raw.show) ?? 'changes'
  return { filter, set, clear, open: revisionIn(raw.open), setOpen, form, setForm }
}
