import type { Compared } from '../../../../lib/client/compare/use-compared.ts'
import { entityOfKind, keyOf } from '../../../../lib/client/outline/row.ts'
import type { Branch, Expansion } from '../../../../lib/client/outline/tree.ts'

/** What is open while two moments are compared: also every row with a change below it, but for what was closed by hand. */
export function openAtChanges(tree: readonly Branch[], expansion: Expansion, { comparison }: Pick<Compared, 'comparison'>): Expansion {
  const open = new Map<string, boolean>()
  const visit = ({ kind, id, children }: Branch): boolean => {
    const isBelow = children.map(visit).includes(true)
    if (isBelow) open.set(keyOf(kind, id), true)
    return isBelow || comparison.byRecord.has(`${entityOfKind[kind]}:${id}`)
  }
  tree.forEach(visit)
  return { depth: expansion.depth, byKey: new Map([...open, ...expansion.byKey]) }
}
