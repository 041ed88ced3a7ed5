/** Parts of a sentence: “A”, “A and B”, “A, B and C”. Cost O(n). */
export function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
