'use client'
import { parseAsString, useQueryStates } from 'nuqs'
import { broughtBack, leaveBehind, nothingNarrowed } from './left-behind.ts'

const parsers = {
  /** id of the finding that is looked at; `first` is whichever comes first */
  finding: parseAsString,
  // what would hide a part of a finding, or light up something else
  show: parseAsString,
  lit: parseAsString,
  q: parseAsString,
  area: parseAsString,
  status: parseAsString,
  owner: parseAsString,
}

/** In an address: the finding that comes first. */
export const firstFinding = 'first'

/** The finding that the address asks to be shown on a drawing, and a way to another one. */
export function useFindingAddress() {
  const [{ finding: wanted, ...narrowed }, setAddress] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const go = (id: string | null) => {
    if (id === null) return void setAddress({ finding: null, ...broughtBack(narrowed) })
    const isBegin = wanted === null
    if (isBegin) leaveBehind(narrowed)
    // the way back of the browser brings it back, too
    void setAddress({ finding: id, ...nothingNarrowed }, { history: isBegin ? 'push' : 'replace' })
  }
  return { wanted, go }
}
