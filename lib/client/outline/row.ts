/** What stands in the outline, from the outside in. A draft is a line that is being typed; a report is a check-in that is. */
export type RecordKind = 'area' | 'node' | 'objective' | 'health' | 'kr' | 'need'

export type RecordRow = {
  readonly key: string
  readonly kind: RecordKind
  readonly id: string
  /** 1 for an area … 5 for a need */
  readonly level: number
  readonly parentKey: string | null
  readonly hasChildren: boolean
  readonly isExpanded: boolean
  readonly position: number
  readonly siblings: number
}

export const levelOf: Record<RecordKind, number> = { area: 1, node: 2, objective: 3, health: 3, kr: 4, need: 5 }
export const childOf: Partial<Record<RecordKind, RecordKind>> = { area: 'node', node: 'objective', objective: 'kr', kr: 'need' }
export const parentOf: Partial<Record<RecordKind, RecordKind>> = { node: 'area', objective: 'node', health: 'node', kr: 'objective', need: 'kr' }

export const entityOfKind = {
  area: 'area',
  node: 'node',
  objective: 'objective',
  health: 'healthMetric',
  kr: 'keyResult',
  need: 'dependency',
} as const

export const kindWords: Record<RecordKind, string> = {
  area: 'value area',
  node: 'node',
  objective: 'objective',
  health: 'health metric',
  kr: 'key result',
  need: 'need',
}

export function keyOf(kind: RecordKind, id: string): string {
  return `${kind}:${id}`
}
