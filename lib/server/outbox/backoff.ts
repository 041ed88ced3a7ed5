/** Seconds between the tries of a delivery: 24 hours in all. */
const delaysSeconds = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 37_045]

/** By how much a delay is stretched or shortened by chance, so that what failed together is not tried together. */
const jitter = 0.1

/**
 * How long to wait after a failed try.
 *
 * @param attempts tries so far, at least 1
 * @param random in [0, 1)
 * @returns milliseconds; null where it was the last try
 */
export function delayAfter(attempts: number, random: number): number | null {
  const seconds = delaysSeconds[attempts - 1]
  return seconds === undefined ? null : Math.round(seconds * 1_000 * (1 - jitter + 2 * jitter * random))
}

/** Most tries of a delivery. */
export const mostAttempts = delaysSeconds.length + 1
