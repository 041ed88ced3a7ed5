/** Tries until something is true; after a while that no slow machine needs, it says that it never was. */
export async function until(isTrue: () => Promise<boolean> | boolean, mostMs = 10_000): Promise<void> {
  const end = performance.now() + mostMs
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`it did not become true within ${mostMs} ms`)
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}
