'use client'
import { parseAsString, useQueryStates } from 'nuqs'

const parsers = {
  /** id of the finding that is looked at; `first` is whichever comes first */
  finding: parseAsString,
  show: parseAsString,
  lit: parseAsString,
  q: parseAsString,
  area: parseAsString,
  status: parseAsString,
  owner: parseAsString,
}

/** In an address: the finding that comes first. */
export const firstFinding = 'first'

/** What would hide a part of a finding, or light up something else. */
const others = { show: null, lit: null, q: null, area: null, status: null, owner: null } as const

/** The finding that the address asks to be shown on a drawing, and a way to another one. */
export function useFindingAddress() {
  const [{ finding: wanted }, setAddress] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const go = (id: string | null) => {
    // where a walk begins what the reader had filtered stays behind it: the way back of the browser brings it back
    const history = wanted === null ? 'push' : 'replace'
    void setAddress(id === null ? { finding: null } : { finding: id, ...others }, { history })
  }
  return { wanted, go }
}
