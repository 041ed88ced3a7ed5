/** How many streams there may be in all, for each reader and for each address. */
const most = { all: 2_000, reader: 10, address: 50 } as const

/** Who holds a stream: a person, token or link, at an address. */
export type Holder = { readonly reader: string; readonly address: string }

/** Counts streams by who holds them. */
export type Crowd = {
  /** @returns how to leave, which counts once; null where there are too many */
  readonly enter: (holder: Holder) => (() => void) | null
}

export function makeCrowd(): Crowd {
  const counts = new Map<string, number>()
  const countOf = (key: string) => counts.get(key) ?? 0
  const add = (keys: readonly string[], by: number) => {
    for (const key of keys) {
      if (countOf(key) + by > 0) counts.set(key, countOf(key) + by)
      else counts.delete(key)
    }
  }
  return {
    enter: ({ reader, address }) => {
      const [byReader, byAddress] = [`reader ${reader}`, `address ${address}`]
      if (countOf('all') >= most.all || countOf(byReader) >= most.reader || countOf(byAddress) >= most.address) return null
      const keys = ['all', byReader, byAddress]
      add(keys, 1)
      return () => add(keys.splice(0), -1)
    },
  }
}
