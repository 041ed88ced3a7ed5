import type { CommandInputs } from '../domain/command/registry.ts'

/** What one typed line says about a key result. */
export type QuickLine = {
  readonly title: string
  readonly metric: CommandInputs['keyResult.create']['metric']
  readonly dueOn: string | null
  /** as typed after the @ */
  readonly owner: string | null
  /** what was understood, in words */
  readonly chips: readonly { readonly text: string; readonly isDoubtful: boolean }[]
}

/** Reads a line such as `Reduce churn 6% -> 4% by 31 mar @ana`. */
export function readLine(text: string, _today: string): QuickLine {
  return { title: text.trim(), metric: { kind: 'boolean', current: null }, dueOn: null, owner: null, chips: [{ text: 'done or not', isDoubtful: false }] }
}
