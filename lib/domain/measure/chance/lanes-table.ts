/** Numbers of a table: one for each pattern of eight lanes. */
export const tableSize = 256
/** A chance is kept in so many parts: 256 columns of 256. */
const parts = tableSize * tableSize

function bitsOf(pattern: number): number {
  let bits = 0
  for (let rest = pattern; rest > 0; rest >>>= 1) bits += rest & 1
  return bits
}

/** How many of the 65,536 parts each pattern gets: they sum to all, and what is rounded off goes to the next pattern. */
function weightsOf(share: number): Int32Array {
  let [owed, given] = [0, 0]
  return Int32Array.from({ length: tableSize }, (_, pattern) => {
    const bits = bitsOf(pattern)
    owed += parts * share ** bits * (1 - share) ** (8 - bits)
    const weight = Math.round(owed) - given
    given += weight
    return weight
  })
}

/** Moves single parts between patterns that differ in one lane only, until each lane comes up with its chance to within half a part. */
function evenOut(weights: Int32Array, share: number): Int32Array {
  for (let lane = 1; lane < tableSize; lane <<= 1) {
    let over = Math.round(weights.reduce((sum, weight, pattern) => ((pattern & lane) === 0 ? sum : sum + weight), 0) - parts * share)
    for (let pattern = 0; pattern < tableSize && over !== 0; pattern += 1) {
      const [from, to] = over > 0 ? [pattern | lane, pattern & ~lane] : [pattern & ~lane, pattern | lane]
      if ((pattern & lane) !== 0 || (weights[from] ?? 0) < 1) continue
      weights[from] = (weights[from] ?? 0) - 1
      weights[to] = (weights[to] ?? 0) + 1
      over -= Math.sign(over)
    }
  }
  return weights
}

/**
 * A table from which eight lanes at a time are drawn that come up each by itself with a chance, from 16 random bits: 8 choose a column, 8
 * decide between the column's own pattern and another one (alias method). Column c holds (limit << 8) | other: its own pattern c below
 * the limit.
 *
 * @param share 0 to 1; kept to within 2^-16, and exactly at 0 and 1
 * Cost O(256). Source: Walker 1977. Spec: CN44.
 */
export function lanesTable(share: number): Int32Array {
  const left = evenOut(weightsOf(share), share)
  const table = new Int32Array(tableSize)
  const [small, large]: [number[], number[]] = [[], []]
  for (const [pattern, weight] of left.entries()) (weight < tableSize ? small : large).push(pattern)
  for (let column = small.pop(); column !== undefined; column = small.pop()) {
    const other = large.pop()
    const limit = left[column] ?? 0
    table[column] = (limit << 8) | (other ?? column)
    if (other === undefined) continue
    const rest = (left[other] ?? 0) - (tableSize - limit)
    left[other] = rest
    if (rest < tableSize) small.push(other)
    else large.push(other)
  }
  for (const column of large) table[column] = (tableSize << 8) | column
  return table
}
