import { useState } from 'react'

/** What is written in a check and has not left it: kept in this browser until the check is finished. */
export type Kept = {
  readonly change: string
  readonly kind: 'start' | 'stop'
  /** what share of last week went to these key results, in percent; null where nobody has said */
  readonly share: number | null
  /** the edited statement; null while it is as it was computed */
  readonly statement: string | null
}

const nothing: Kept = { change: '', kind: 'start', share: null, statement: null }

function read(place: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { ...nothing, ...kept } : nothing
  } catch {
    return nothing
  }
}

/** The texts of a check that the team has not let go yet. They survive a reload, and go once the check is finished. */
export function useKept(ritualId: string) {
  const place = `weft.check.${ritualId}`
  const [kept, setKept] = useState(() => read(place))
  const keep = (part: Partial<Kept>) => {
    const after = { ...kept, ...part }
    setKept(after)
    localStorage.setItem(place, JSON.stringify(after))
  }
  return { kept, keep, forget: () => localStorage.removeItem(place) }
}
