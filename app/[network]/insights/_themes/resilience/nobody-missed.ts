/**
 * What is said where no node takes a way with it that others have: that all goes on, or that nothing moves between others at all, which says
 * nothing about who would be missed.
 *
 * @param shares of each node, which part of the ways between the others is gone without it; null where there are none
 */
export function nobodyMissed(shares: readonly (number | null)[]): string {
  return shares.every((share) => share === null)
    ? 'Whoever goes, nothing moves between the others as it is, so it is unknown who would be missed.'
    : 'Whoever goes, value still moves between all the others as before.'
}
