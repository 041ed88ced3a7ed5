/** Awaits an answer of the database for so long. @throws Error ETIMEDOUT */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(Object.assign(new Error('the database did not answer in time'), { code: 'ETIMEDOUT' })))
  })
  return Promise.race([work, late])
}
