import type { Figure } from '../../../lib/domain/measure/figure/figure.ts'

/** The drawings on which a figure can be lit up. */
export type ShownOn = 'map' | 'chain' | 'matrix'

/** What of an address goes along to another drawing: the moment, the cycle, the goal that numbers are about, and what is open beside it. */
const kept = ['cycle', 'at', 'from', 'goal', 'sel', 'numbers', 'exchanges', 'every'] as const

/** Where a figure can be seen, the telling drawing first: results and needs on the chain, nodes and exchanges on the map. */
export function drawingsOf({ shown }: Figure): readonly ShownOn[] {
  if (!shown) return []
  const { nodeIds, keyResultIds, dependencyIds, exchangeIds } = shown
  if (keyResultIds.length + dependencyIds.length > 0) return ['chain', 'map', 'matrix']
  return nodeIds.length + exchangeIds.length > 0 ? ['map'] : []
}

/** The address of a drawing with a figure lit up. What narrows the view is left behind, so that nothing of the figure is hidden. */
export function showHref(slug: string, drawing: ShownOn, figureId: string, now: URLSearchParams): string {
  const next = new URLSearchParams(kept.flatMap((key) => now.getAll(key).map((value) => [key, value])))
  next.set('show', figureId)
  return `/${slug}/${drawing}?${next}`
}
