import { parseAsString, useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { showToast } from '../../../../lib/client/toast.ts'
import { mostCharacters, readWhatIf } from '../../../../lib/client/what-if/read-address.ts'
import { writeWhatIf } from '../../../../lib/client/what-if/write-address.ts'
import type { WhatIf } from '../../../../lib/domain/entity.ts'
import { mostEdits, type WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { find } from '../../../../lib/domain/snapshot.ts'

/** `if` is what is supposed and not kept, `id` a kept what-if, `ask` the record that somebody wants to suppose something about. */
const parsers = { if: parseAsString, id: parseAsString, ask: parseAsString }

type Log = {
  readonly of: string | null
  readonly past: readonly (string | null)[]
  readonly now: string | null
  readonly next: readonly (string | null)[]
}

/** The steps of this visit, to go back and forth between; one that came from elsewhere, as by a link, is a step as well. */
function useLog(of: string | null, now: string | null) {
  const [log, setLog] = useState<Log>({ of, past: [], now, next: [] })
  const shown: Log = log.of !== of ? { of, past: [], now, next: [] } : log.now === now ? log : { of, past: [...log.past, log.now], now, next: [] }
  if (shown !== log) setLog(shown)
  return [shown, setLog] as const
}

function faultOf(edits: readonly WhatIfEdit[], text: string): string | null {
  if (edits.length > mostEdits) return `A what-if has at most ${mostEdits} things. Leave one out first.`
  return text.length > mostCharacters ? 'That is more than an address can carry. Say it in fewer words, or leave something out.' : null
}

/**
 * What is supposed on this page. It stands in the address, so that a reload or a link shows the same; a kept what-if stands there by its id,
 * with what was changed since.
 */
export function useSupposed() {
  const { snapshot } = useNetwork()
  const [query, setQuery] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const [log, setLog] = useLog(query.id, query.if)
  const kept: WhatIf | null = find(snapshot, 'whatIf', query.id) ?? null
  const read = useMemo(() => (query.if === null ? null : readWhatIf(query.if)), [query.if])
  const edits: readonly WhatIfEdit[] = useMemo(() => read?.edits ?? kept?.edits ?? [], [read, kept])
  const base = kept ? writeWhatIf(kept.edits) : ''
  const set = (next: readonly WhatIfEdit[]): boolean => {
    const text = writeWhatIf(next)
    const fault = faultOf(next, text)
    if (fault) showToast(fault, { tone: 'error' })
    else void setQuery({ if: text === base ? null : text, ask: null })
    return fault === null
  }
  const go = (to: string | null, rest: Omit<Log, 'of' | 'now'>) => {
    setLog({ of: query.id, now: to, ...rest })
    void setQuery({ if: to })
  }
  const [last, first] = [log.past.at(-1), log.next.at(0)]
  return {
    edits,
    kept,
    isGone: query.id !== null && kept === null,
    isChanged: query.if !== null && kept !== null,
    fault: read?.fault ?? null,
    ask: query.ask,
    endAsk: () => void setQuery({ ask: null }),
    set,
    /** shows a kept what-if as it is kept; null begins anew */
    open: (id: string | null) => void setQuery({ id, if: null, ask: null }),
    undo: last === undefined ? null : () => go(last, { past: log.past.slice(0, -1), next: [log.now, ...log.next] }),
    redo: first === undefined ? null : () => go(first, { past: [...log.past, log.now], next: log.next.slice(1) }),
  }
}

export type Supposed = ReturnType<typeof useSupposed>
