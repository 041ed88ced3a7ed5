/** What a person is called whose name is gone and of whom nothing else is known. */
export const nameless = 'Former member'

const numbered = /^Former member ([1-9]\d{0,8})$/

/** Whether a name is one that an erased person has. Cost O(1). */
export function isPseudonym(name: string): boolean {
  return numbered.test(name)
}

/**
 * The name that the next erased person of a network gets; every one has another number.
 *
 * @param names of all people that the network has or had
 * Cost O(n). Spec: PV10.
 */
export function nextPseudonym(names: Iterable<string>): string {
  let last = 0
  for (const name of names) last = Math.max(last, Number(numbered.exec(name)?.[1] ?? 0))
  return `${nameless} ${last + 1}`
}
