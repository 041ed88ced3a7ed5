import type { CheckFinding } from '../../../lib/domain/checks/findings.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'

type Drawing = 'map' | 'chain' | 'matrix'
type Way = { readonly drawing: Drawing; readonly href: string }
type Drawn = Pick<CheckFinding, 'id' | 'subjects' | 'nodeIds'>

/** What of an address goes along: the moment, the cycle and the goal. */
const kept = ['cycle', 'at', 'goal'] as const
const onChain: ReadonlySet<EntityName> = new Set<EntityName>(['keyResult', 'dependency', 'objective', 'goal'])
const onMap: ReadonlySet<EntityName> = new Set<EntityName>(['node', 'exchange'])

/** The part of an address that goes along. */
function keptOf(now: URLSearchParams): URLSearchParams {
  return new URLSearchParams(kept.flatMap((key) => now.getAll(key).map((value) => [key, value])))
}

/** The address of a drawing on which the findings are walked, beginning with this one. */
export function walkHref(slug: string, drawing: Drawing, id: string, now: URLSearchParams): string {
  const query = keptOf(now)
  query.set('finding', id)
  return `/${slug}/${drawing}?${query}`
}

/** The address of the list of all findings, at this one. */
export function listHref(slug: string, id: string | null, now: URLSearchParams): string {
  const query = keptOf(now)
  query.set('theme', 'alignment')
  if (id !== null) query.set('finding', id)
  return `/${slug}/insights?${query}`
}

/** The drawings that show a finding, the telling one first; none for what is drawn nowhere. */
export function findingWays(slug: string, { id, subjects, nodeIds }: Drawn, now: URLSearchParams): Way[] {
  const isOn = (entities: ReadonlySet<EntityName>) => subjects.some(({ entity }) => entities.has(entity))
  const drawings: readonly Drawing[] = isOn(onChain) ? ['chain', 'map', 'matrix'] : isOn(onMap) || nodeIds.length > 0 ? ['map', 'matrix'] : []
  return drawings.map((drawing) => ({ drawing, href: walkHref(slug, drawing, id, now) }))
}
