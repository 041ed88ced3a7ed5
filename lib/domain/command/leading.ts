import type { CommandCall } from './call.ts'

/** To lead a ritual is no edit: what is taken back is what was planned or said in it. */
const leading: ReadonlySet<string> = new Set(['ritual.open', 'ritual.move', 'ritual.close', 'ritual.cancel', 'ritual.reveal', 'ritual.share'])

/** Whether a change set of this name led a ritual, and so is no step that undo takes back. Cost O(1). Spec: RI14. */
export function isLeading(name: string): boolean {
  return leading.has(name)
}

function idOf({ input }: CommandCall): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, 'id') : undefined
}

/**
 * What a change set of some commands is called: after its only command; after the one that leads a ritual; else a batch. A ritual that is opened
 * and closed by the same change set, as a coffee is, was never led by anybody.
 *
 * Cost O(commands²). Spec: RI14.
 */
export function nameOfStep(commands: readonly CommandCall[]): string {
  const [only, ...more] = commands
  if (only && more.length === 0) return only.name
  const has = (name: string, id: unknown) => commands.some((each) => each.name === name && idOf(each) === id)
  const led = commands.filter(({ name }) => isLeading(name)).find((each) => !(has('ritual.open', idOf(each)) && has('ritual.close', idOf(each))))
  return led?.name ?? 'batch'
}
