import { useState } from 'react'
import { dropTyped, keepTyped, readTyped, type Typist, typedPrefix } from '../../../../lib/client/drafts/typed.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'

/** What is typed over a coffee, field by field. */
export type Said = {
  readonly ourNodeId: string | null
  readonly partner: string
  readonly areaId: string | null
  readonly job: string
  readonly gives: string
  readonly worth: string
  readonly commitment: string
  readonly day: string
  readonly promisedBy: 'us' | 'them'
}

const nothing: Said = { ourNodeId: null, partner: '', areaId: null, job: '', gives: '', worth: '', commitment: '', day: '', promisedBy: 'them' }

/** What one person has typed over a coffee in this browser. */
export function saidOf(of: Typist) {
  const place = `${typedPrefix('coffee', of)}said`
  return {
    read: (): Said => {
      const kept = readTyped(place)
      return typeof kept === 'object' && kept !== null ? { ...nothing, ...kept } : nothing
    },
    write: (said: Said) => keepTyped(place, said),
    forget: () => dropTyped(place),
  }
}

/** The answers of a coffee while they are typed. They survive a reload, and go once it is agreed on or their person signs out. */
export function useSaid() {
  const { networkId, me } = useNetwork()
  const shelf = saidOf({ userId: me.userId, networkId })
  const [said, setSaid] = useState(shelf.read)
  const [isFromBefore, setFromBefore] = useState(() => said.job !== '' || said.commitment !== '' || said.gives !== '')
  const say = (part: Partial<Said>) => {
    const after = { ...said, ...part }
    setSaid(after)
    shelf.write(after)
  }
  const startAnew = () => {
    shelf.forget()
    setSaid(nothing)
    setFromBefore(false)
  }
  return { said, say, isFromBefore, startAnew, forget: shelf.forget }
}
