type Placed = { readonly areaId: string; readonly closeness?: string | null }

/**
 * The place of each node on the ring of its area and closeness: the order of the list.
 *
 * @returns places from 0, in the order of the nodes
 * Cost O(n).
 */
export function slotsOf(nodes: readonly Placed[]): number[] {
  const next = new Map<string, number>()
  return nodes.map(({ areaId, closeness }) => {
    const ring = `${closeness ?? 'contributing'} ${areaId}`
    const slot = next.get(ring) ?? 0
    next.set(ring, slot + 1)
    return slot
  })
}
