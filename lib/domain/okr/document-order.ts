type Ranked = { readonly id: string; readonly rank: number }

/**
 * The records of a table in the order of the document. A table that was loaded in that order is only walked through.
 *
 * Cost O(n), or O(n log n) where the table is out of order.
 */
export function inDocumentOrder<R extends Ranked>(table: ReadonlyMap<string, R>): readonly R[] {
  const records = [...table.values()]
  const isBefore = (a: Ranked, b: Ranked) => a.rank < b.rank || (a.rank === b.rank && a.id < b.id)
  for (let at = 1; at < records.length; at += 1) {
    const [left, right] = [records[at - 1], records[at]]
    if (left && right && !isBefore(left, right)) return records.sort((a, b) => (isBefore(a, b) ? -1 : 1))
  }
  return records
}
