/** Where a key means something; an inner scope wins over an outer one. */
export const scopes = [
  'text',
  'dialog',
  'ritual',
  'drawing',
  'matrix',
  'outline',
  'promise',
  'timeline',
  'history',
  'review',
  'findings',
  'global',
] as const
export type Scope = (typeof scopes)[number]

/** Something that a person can do, as the palette, the sheet of keys and the key handling know it. */
export type Action = {
  readonly id: string
  /** a verb first, as a person would look for it: “Add an objective” */
  readonly title: string
  readonly group: string
  readonly scope: Scope
  /** chords such as `mod+z`, `g m`, `?`; by any of them */
  readonly keys?: readonly string[]
  /** further words to find it by */
  readonly words?: string
  /** leaves it out of the palette: moves of the focus and the like */
  readonly isKeyOnly?: boolean
  /** the palette lists it only for who types its words: one of many of its kind */
  readonly isFoundOnly?: boolean
}

const defined = new Map<string, Action>()

/** Puts an action into the one catalogue. Call it at the top of a module. */
export function defineAction<const A extends Action>(action: A): A {
  defined.set(action.id, action)
  return action
}

/** Every action of the modules that are loaded, in the order of definition. */
export function catalogue(): readonly Action[] {
  return [...defined.values()]
}
