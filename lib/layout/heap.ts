/** A queue that gives back the number with the lowest key first; of equal keys the one that came first. */
export type Heap = { push(value: number, key: number): void; pop(): number; readonly size: number; clear(): void }

type Lists = { readonly values: number[]; readonly keys: number[]; readonly ages: number[] }

function isBefore({ keys, ages }: Lists, a: number, b: number): boolean {
  const [left, right] = [keys[a] ?? 0, keys[b] ?? 0]
  return left === right ? (ages[a] ?? 0) < (ages[b] ?? 0) : left < right
}

function swap({ values, keys, ages }: Lists, a: number, b: number): void {
  for (const list of [values, keys, ages]) {
    const kept = list[a] ?? 0
    list[a] = list[b] ?? 0
    list[b] = kept
  }
}

function rise(lists: Lists): void {
  let at = lists.values.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(lists, at, parent)) return
    swap(lists, at, parent)
    at = parent
  }
}

function sink(lists: Lists): void {
  let at = 0
  for (let left = 1; left < lists.values.length; left = 2 * at + 1) {
    const child = left + 1 < lists.values.length && isBefore(lists, left + 1, left) ? left + 1 : left
    if (!isBefore(lists, child, at)) return
    swap(lists, at, child)
    at = child
  }
}

/** Makes an empty queue on growing arrays. Cost of push and pop O(log size). */
export function makeHeap(): Heap {
  const lists: Lists = { values: [], keys: [], ages: [] }
  const { values, keys, ages } = lists
  let age = 0
  return {
    push(value, key) {
      values.push(value)
      keys.push(key)
      ages.push(age++)
      rise(lists)
    },
    pop() {
      const top = values[0] ?? -1
      swap(lists, 0, values.length - 1)
      for (const list of [values, keys, ages]) list.pop()
      sink(lists)
      return top
    },
    get size() {
      return values.length
    },
    clear() {
      for (const list of [values, keys, ages]) list.length = 0
    },
  }
}
