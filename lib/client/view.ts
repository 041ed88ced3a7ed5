import { createParser, parseAsArrayOf, parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { EntityName } from '../domain/ids.ts'
import { type Moment, parseMoment, writeMoment } from './moment.ts'

/** The kinds of record that can be selected, by the word that stands in the URL. */
const entityByWord = {
  node: 'node',
  area: 'area',
  objective: 'objective',
  kr: 'keyResult',
  need: 'dependency',
  exchange: 'exchange',
  person: 'person',
  goal: 'goal',
  health: 'healthMetric',
} as const satisfies Record<string, EntityName>

export type SelectionKind = keyof typeof entityByWord
export type Selection = { readonly kind: SelectionKind; readonly entity: EntityName; readonly id: string }

function isKind(word: string): word is SelectionKind {
  return Object.hasOwn(entityByWord, word)
}

/** The word by which records of an entity are selected; null where they are not. */
export function selectionKindOf(entity: EntityName): SelectionKind | null {
  return Object.keys(entityByWord).find((word): word is SelectionKind => isKind(word) && entityByWord[word] === entity) ?? null
}

/** Reads `kr:ID`; null where it is nothing that can be selected. */
export function parseSelection(text: string | null): Selection | null {
  const at = text?.indexOf(':') ?? -1
  if (!text || at < 0) return null
  const kind = text.slice(0, at)
  return isKind(kind) ? { kind, entity: entityByWord[kind], id: text.slice(at + 1) } : null
}

/** Writes a selection as it stands in the URL. */
export function selectionOf(kind: SelectionKind, id: string): string {
  return `${kind}:${id}`
}

/** A moment that cannot be read is none. */
const parseAsMoment = createParser({ parse: parseMoment, serialize: writeMoment, eq: (a, b) => writeMoment(a) === writeMoment(b) })

const parsers = {
  cycle: parseAsString,
  sel: parseAsString,
  focus: parseAsString,
  lit: parseAsArrayOf(parseAsString).withDefault([]),
  deg: parseAsInteger,
  q: parseAsString,
  area: parseAsArrayOf(parseAsString).withDefault([]),
  status: parseAsArrayOf(parseAsString).withDefault([]),
  owner: parseAsString,
  level: parseAsString,
  cols: parseAsString,
  table: parseAsBoolean.withDefault(false),
  /** the moment that is shown; now where it is left out */
  at: parseAsMoment,
  /** the moment that it is compared with */
  from: parseAsMoment,
}

export type ViewPatch = Partial<{
  cycle: string | null
  sel: string | null
  focus: string | null
  lit: string[] | null
  deg: number | null
  q: string | null
  area: string[] | null
  status: string[] | null
  owner: string | null
  level: string | null
  cols: string | null
  table: boolean | null
  at: Moment | null
  from: Moment | null
}>

/** What the URL says about the view, and a function that changes it. A pasted link shows the same picture. */
export function useView() {
  const [view, setQuery] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const setView = useCallback((patch: ViewPatch) => void setQuery(patch), [setQuery])
  const selection = useMemo(() => parseSelection(view.sel), [view.sel])
  const select = useCallback((kind: SelectionKind, id: string) => setView({ sel: selectionOf(kind, id) }), [setView])
  const clearSelection = useCallback(() => setView({ sel: null }), [setView])
  return { view, setView, selection, select, clearSelection }
}

export type View = ReturnType<typeof useView>['view']
