import { useState } from 'react'
import { dropTyped, keepTyped, readTyped, type Typist, typedPrefix } from '../../../../lib/client/drafts/typed.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'

/** What who finishes a check writes and has not let go: kept in this browser until the check is finished. */
export type Kept = {
  /** the edited statement; null while it is as it was computed */
  readonly statement: string | null
}

const nothing: Kept = { statement: null }

/** What one person wrote in a check, in this browser. */
export function keptOf(of: Typist & { readonly ritualId: string }) {
  const place = typedPrefix('check', of) + of.ritualId
  return {
    read: (): Kept => {
      const kept = readTyped(place)
      return typeof kept === 'object' && kept !== null ? { ...nothing, ...kept } : nothing
    },
    write: (kept: Kept) => keepTyped(place, kept),
    forget: () => dropTyped(place),
  }
}

/** The texts of a check that the team has not let go yet. They survive a reload, and go once the check is finished or their person signs out. */
export function useKept(ritualId: string) {
  const { networkId, me } = useNetwork()
  const shelf = keptOf({ userId: me.userId, networkId, ritualId })
  const [kept, setKept] = useState(shelf.read)
  const keep = (part: Partial<Kept>) => {
    const after = { ...kept, ...part }
    setKept(after)
    shelf.write(after)
  }
  return { kept, keep, forget: shelf.forget }
}
