import { selectionKindOf, selectionOf } from '../../../../../lib/client/view.ts'
import type { CheckFinding } from '../../../../../lib/domain/checks/findings.ts'
import type { EntityName } from '../../../../../lib/domain/ids.ts'

type Way = { readonly drawing: 'map' | 'chain'; readonly href: string }

/** What of an address goes along: the moment and the cycle. */
const kept = ['cycle', 'at'] as const
const onChain: ReadonlySet<EntityName> = new Set<EntityName>(['keyResult', 'dependency'])
const onMap: ReadonlySet<EntityName> = new Set<EntityName>(['node', 'exchange', 'area'])

/** The drawings that show a finding, the telling one first. */
export function findingWays(slug: string, { subjects, nodeIds }: Pick<CheckFinding, 'subjects' | 'nodeIds'>, now: URLSearchParams): Way[] {
  const to = (drawing: Way['drawing'], extra: Readonly<Record<string, string>>): Way => {
    const query = new URLSearchParams(kept.flatMap((key) => now.getAll(key).map((value) => [key, value])))
    for (const [key, value] of Object.entries(extra)) query.set(key, value)
    return { drawing, href: `/${slug}/${drawing}?${query}` }
  }
  const selected = (entities: ReadonlySet<EntityName>): Readonly<Record<string, string>> => {
    const subject = subjects.find(({ entity }) => entities.has(entity))
    const kind = subject ? selectionKindOf(subject.entity) : null
    return subject && kind ? { sel: selectionOf(kind, subject.id) } : {}
  }
  const [chain, map] = [selected(onChain), selected(onMap)]
  const lit: Readonly<Record<string, string>> = nodeIds.length > 0 ? { lit: nodeIds.join(',') } : {}
  const hasMap = Object.keys(map).length + nodeIds.length > 0
  return [...(Object.keys(chain).length > 0 ? [to('chain', chain)] : []), ...(hasMap ? [to('map', { ...map, ...lit })] : [])]
}
