/** A queue that gives back the number with the lowest key first; of equal keys the one that came first. */
export type Heap = { push(value: number, key: number): void; pop(): number; readonly size: number; clear(): void }

/** Makes an empty queue on growing arrays. Cost of push and pop O(log size). */
export function makeHeap(): Heap {
  const [values, keys, ages]: [number[], number[], number[]] = [[], [], []]
  let age = 0
  const isBefore = (a: number, b: number) => {
    const [left, right] = [keys[a] ?? 0, keys[b] ?? 0]
    return left === right ? (ages[a] ?? 0) < (ages[b] ?? 0) : left < right
  }
  const swap = (a: number, b: number) => {
    for (const list of [values, keys, ages]) {
      const kept = list[a] ?? 0
      list[a] = list[b] ?? 0
      list[b] = kept
    }
  }
  const sink = () => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      if (left >= values.length) return
      const child = left + 1 < values.length && isBefore(left + 1, left) ? left + 1 : left
      if (!isBefore(child, at)) return
      swap(child, at)
      at = child
    }
  }
  return {
    push(value, key) {
      values.push(value)
      keys.push(key)
      ages.push(age++)
      for (let at = values.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!isBefore(at, parent)) return
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      const top = values[0] ?? -1
      swap(0, values.length - 1)
      values.pop()
      keys.pop()
      ages.pop()
      sink()
      return top
    },
    get size() {
      return values.length
    },
    clear() {
      values.length = 0
      keys.length = 0
      ages.length = 0
    },
  }
}
