import { DomainError } from '../../domain/error.ts'

/** How many links that do not work an address may try in a minute. */
const mostMisses = 30
const windowMs = 60_000
const mostAddresses = 10_000

/** Slows down who guesses links. Kept in memory: a link has 160 random bits, so this is for the server's quiet, not for the secret. */
export type Guesses = {
  /** @throws DomainError TOO_MANY_REQUESTS */
  readonly refuseGuesser: (address: string) => void
  readonly miss: (address: string) => void
}

export function makeGuesses(now: () => number = () => performance.now()): Guesses {
  const missesByAddress = new Map<string, { since: number; count: number }>()
  const current = (address: string) => {
    const known = missesByAddress.get(address)
    return known && now() - known.since < windowMs ? known : null
  }
  return {
    refuseGuesser: (address) => {
      if ((current(address)?.count ?? 0) < mostMisses) return
      throw new DomainError('TOO_MANY_REQUESTS', 'Too many links or codes that lead nowhere were tried from here. Wait a minute.', {
        retryAfterSeconds: 60,
      })
    },
    miss: (address) => {
      const known = current(address)
      if (known) known.count += 1
      else {
        if (missesByAddress.size >= mostAddresses) missesByAddress.clear()
        missesByAddress.set(address, { since: now(), count: 1 })
      }
    },
  }
}
