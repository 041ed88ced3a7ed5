type OnRevision = (revision: number) => void

/** Who wants to hear of new revisions, by network. Each revision is told once, whatever the number of its sources. */
export function makeListeners() {
  const byNetwork = new Map<string, Set<OnRevision>>()
  const lastTold = new Map<string, number>()
  return {
    add: (networkId: string, onRevision: OnRevision): (() => void) => {
      const all = byNetwork.get(networkId) ?? new Set()
      byNetwork.set(networkId, all.add(onRevision))
      return () => {
        all.delete(onRevision)
        if (all.size > 0) return
        byNetwork.delete(networkId)
        lastTold.delete(networkId)
      }
    },
    networks: (): readonly string[] => [...byNetwork.keys()],
    tell: (networkId: string, revision: number): void => {
      const all = byNetwork.get(networkId)
      if (!all || revision <= (lastTold.get(networkId) ?? -1)) return
      lastTold.set(networkId, revision)
      for (const onRevision of [...all]) onRevision(revision)
    },
  }
}

export type Listeners = ReturnType<typeof makeListeners>
