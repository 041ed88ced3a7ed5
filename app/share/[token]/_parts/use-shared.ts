import { useEffect, useState } from 'react'
import { v7 } from 'uuid'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { readShared, type Shared, sharedEvents, sharedServer } from '../../../../lib/client/network/shared.ts'
import { type NetworkStore, networkStore } from '../../../../lib/client/network/store.ts'
import { listen, revisionIn } from '../../../../lib/client/network/use-hints.ts'
import { DomainError } from '../../../../lib/domain/error.ts'

export type Opened =
  | { readonly step: 'opening' }
  | { readonly step: 'open'; readonly shared: Shared; readonly store: NetworkStore }
  | { readonly step: 'over'; readonly why: string }

const nothingKept = { kept: () => [], keep: () => undefined, drop: () => undefined }

function storeOf(token: string, { snapshot }: Shared): NetworkStore {
  const who = { personId: null, role: 'viewer', members: new Map() } as const
  return networkStore({
    server: sharedServer(token),
    initial: snapshot,
    now: () => new Date().toISOString(),
    newKey: v7,
    outbox: nothingKept,
    who: () => who,
  })
}

/** Opens what a link shows and keeps it fresh. A link that is revoked or too old is over at once, also while it is open. */
export function useShared(token: string): Opened {
  const [opened, setOpened] = useState<Opened>({ step: 'opening' })
  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    const end = (why: string) => {
      stop?.()
      setOpened({ step: 'over', why })
    }
    const look = () =>
      readShared(token).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'LINK_OVER') end(error.message)
      })
    const open = (shared: Shared) => {
      if (isGone) return
      const store = storeOf(token, shared)
      const catchUp = (revision: number) => void store.catchUp(revision).catch(() => undefined)
      setOpened({ step: 'open', shared, store })
      stop = listen(() => sharedEvents(token), {
        revision: (event) => catchUp(revisionIn(event)),
        who: () => void look(),
        isThere: store.hears,
        changed: () => catchUp(Number.MAX_SAFE_INTEGER),
      })
    }
    readShared(token).then(open, (error: unknown) => end(messageOf(error)))
    return () => {
      isGone = true
      stop?.()
    }
  }, [token])
  return opened
}
