import type { Presence } from '../../contract/presence.ts'

/** How many windows are shown of a network, of one person in it, and of all networks. */
const most = { network: 200, reader: 10, all: 5_000 } as const

/** A window of somebody in a network, as this process knows it. */
export type OpenWindow = Omit<Presence, 'name'> & {
  readonly networkId: string
  /** the account behind it */
  readonly reader: string
  /** when it was last heard of, by the clock of the process */
  readonly heardAt: number
  /** when it goes because its stream has ended; null while it stays */
  readonly leavesAt: number | null
  /** asks whether its person may still be there; null where another process asks */
  readonly isAllowed: (() => Promise<boolean>) | null
  /** when the other processes last heard of it from here */
  readonly publishedAt: number
}

export type WindowName = Pick<OpenWindow, 'networkId' | 'clientId' | 'reader'>

/** The windows that this process knows, by network and by the name that each gave itself; a bounded number of them. */
export type Windows = {
  readonly of: (networkId: string) => readonly OpenWindow[]
  readonly all: () => readonly OpenWindow[]
  readonly find: (name: Omit<WindowName, 'reader'>) => OpenWindow | undefined
  /** @returns false where there is no room for one more */
  readonly put: (window: OpenWindow) => boolean
  readonly remove: (name: Omit<WindowName, 'reader'>) => void
}

function quietest(windows: readonly OpenWindow[]): OpenWindow | undefined {
  return windows.reduce<OpenWindow | undefined>((least, each) => (least && least.heardAt <= each.heardAt ? least : each), undefined)
}

export function makeWindows(): Windows {
  const byNetwork = new Map<string, Map<string, OpenWindow>>()
  let count = 0
  const of = (networkId: string) => [...(byNetwork.get(networkId)?.values() ?? [])]
  const find: Windows['find'] = ({ networkId, clientId }) => byNetwork.get(networkId)?.get(clientId)
  const remove: Windows['remove'] = ({ networkId, clientId }) => {
    const room = byNetwork.get(networkId)
    if (!room?.delete(clientId)) return
    count -= 1
    if (room.size === 0) byNetwork.delete(networkId)
  }
  /** One more window of a person takes the place of the one that has been quiet the longest; one more person finds no place. */
  const makeRoom = (window: OpenWindow): boolean => {
    const own = of(window.networkId).filter(({ reader }) => reader === window.reader)
    const oldest = own.length >= most.reader ? quietest(own) : undefined
    if (oldest) remove(oldest)
    return (byNetwork.get(window.networkId)?.size ?? 0) < most.network && count < most.all
  }
  return {
    of,
    find,
    remove,
    all: () => [...byNetwork.keys()].flatMap(of),
    put: (window) => {
      const isNew = find(window) === undefined
      if (isNew && !makeRoom(window)) return false
      const room = byNetwork.get(window.networkId) ?? new Map<string, OpenWindow>()
      byNetwork.set(window.networkId, room.set(window.clientId, window))
      if (isNew) count += 1
      return true
    },
  }
}
