import { useMemo } from 'react'
import type { Node, Ritual } from '../../domain/entity.ts'
import { leadsOf, ownNodes } from '../../domain/own-nodes.ts'
import { find, listOf } from '../../domain/snapshot.ts'
import { useNetwork } from '../network/provider.tsx'
import { useRoom } from '../room/use-room.ts'

export type MyNode = {
  /** the node for which this person sits in the room; null where none is chosen and none is one's own */
  readonly node: Node | null
  /** the nodes that are this person's own: first those that the person leads, each in list order */
  readonly own: readonly Node[]
  /** sits down for another one */
  readonly choose: (nodeId: string) => void
}

/** The node for which somebody takes part: the one of the seat, else the first of one's own. */
export function useMyNode(ritual: Ritual): MyNode {
  const { snapshot, who, today } = useNetwork()
  const room = useRoom(ritual.id)
  const own = useMemo(() => {
    const ids = ownNodes(snapshot, who.personId, today)
    const isLed = ({ id }: Node) => who.personId !== null && leadsOf(snapshot, id, today).includes(who.personId)
    const nodes = listOf(snapshot, 'node').filter(({ id }) => ids.has(id))
    return [...nodes.filter(isLed), ...nodes.filter((node) => !isLed(node))]
  }, [snapshot, who.personId, today])
  const seat = room?.seats.find(({ id }) => id === room.me)
  return { node: find(snapshot, 'node', seat?.nodeId ?? null) ?? own[0] ?? null, own, choose: (nodeId) => room?.join(nodeId) }
}
