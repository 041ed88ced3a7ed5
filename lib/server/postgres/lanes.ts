/** Runs the jobs of a network one after the other: each decides on what the one before it left. */
export function makeLanes() {
  const lastById = new Map<string, Promise<unknown>>()
  return <T>(networkId: string, work: () => Promise<T>): Promise<T> => {
    const before = lastById.get(networkId) ?? Promise.resolve()
    const mine = before.then(work, work)
    const quiet = mine
      .catch(() => undefined)
      .then(() => {
        if (lastById.get(networkId) === quiet) lastById.delete(networkId)
      })
    lastById.set(networkId, quiet)
    return mine
  }
}
