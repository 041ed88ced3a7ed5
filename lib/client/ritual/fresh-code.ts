/** Capital letters and digits that nobody mistakes for one another: no I, no O, no 0 and no 1. Thirty-two, so that each byte gives one evenly. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 6

/** A code by which members join a session, fit to be read out across a room. */
export function freshCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return [...bytes].map((byte) => signs[byte % signs.length]).join('')
}
