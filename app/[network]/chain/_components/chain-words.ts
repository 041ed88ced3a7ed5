import { nodeNeeds } from '../../../../lib/domain/network/node-needs.ts'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import type { ChainCard, ChainEdge, ChainScene } from '../../../../lib/layout/scene.ts'
import type { WalkEdge } from '../../../components/graph/walk.ts'
import { counted, listed, needInWords, percent } from '../../../components/graph/words.ts'
import { statusWords } from '../../../components/ui/status-badge.tsx'

/** What the chain says, in one sentence. */
export function chainTakeaway(assessment: Assessment, level: ChainScene['level']): string {
  const { coverage, counts } = assessment.network
  if (level === 'node') {
    const { crossNode, crossArea, links, inside } = nodeNeeds(assessment)
    return [
      `${counted(crossNode, 'need')} between ${counted(new Set(links.flatMap(({ supplierNodeId, consumerNodeId }) => [supplierNodeId, consumerNodeId])).size, 'node')}`,
      `${crossArea} of them between areas`,
      inside > 0 ? `${inside} inside a node are not drawn` : null,
    ]
      .filter((part) => part !== null)
      .join(', ')
      .concat('.')
  }
  const asked = coverage.promised + coverage.open + coverage.refused
  const bad = [
    counts.blocked > 0 ? `${counts.blocked} of ${counted(assessment.network.keyResults, 'key result')} blocked` : null,
    coverage.late > 0 ? `${counted(coverage.late, 'promise')} late` : null,
    coverage.overdue > 0 ? `${counted(coverage.overdue, 'ask')} overdue` : null,
    coverage.refused > 0 ? `${coverage.refused} declined or revoked` : null,
  ].filter((part) => part !== null)
  if (coverage.total === 0) return `${counted(assessment.network.keyResults, 'key result')}, and none needs anything from another yet.`
  const drafts = coverage.draft > 0 ? `${counted(coverage.draft, 'need')} still ${coverage.draft === 1 ? 'a draft' : 'drafts'}.` : null
  const promised = asked > 0 ? `${coverage.promised} of ${counted(asked, 'need')} promised.` : null
  return `${[promised, drafts].filter((part) => part !== null).join(' ')} ${bad.length > 0 ? `${sentence(listed(bad, 4))}.` : 'Nothing is blocked or late.'}`
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** All that a card says, for those who do not see it. */
export function cardInWords(snapshot: Snapshot, assessment: Assessment, card: ChainCard): string {
  const node = find(snapshot, 'node', card.nodeId)?.name ?? ''
  if (card.kind === 'stub') return `${node}: ${card.title.full}, asked of the node, no key result gives it yet`
  if (card.kind === 'node') {
    const facts = assessment.nodes.get(card.id)
    return [
      node,
      facts?.worst ? `${facts.worstCount} ${statusWords[facts.worst]}` : 'no key results',
      `needs ${facts?.needs ?? 0} from others, gives ${facts?.gives ?? 0}`,
    ].join(', ')
  }
  const facts = assessment.keyResults.get(card.id)
  if (!facts) return `${card.title.full}, ${node}`
  return [
    card.title.full,
    node,
    facts.blockedHops !== null ? `blocked, ${counted(facts.blockedHops, 'step')} from the cause` : statusWords[facts.display],
    card.value?.full ?? null,
    facts.progress.share === null ? 'progress unknown' : `${percent(facts.progress.share)} done, ${percent(facts.expected)} expected`,
    card.due?.full ? `due ${card.due.full}` : null,
    `needs ${facts.needs}, ${facts.gives} wait for it`,
    card.ringSize !== null ? `part of a ring of ${card.ringSize}` : null,
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ')
}

function edgeState(assessment: Assessment, edge: ChainEdge): string {
  const [only] = edge.dependencyIds
  const facts = edge.count === 1 && only ? assessment.dependencies.get(only) : undefined
  return facts ? needInWords(facts) : `${counted(edge.count, 'need')}, ${edge.style}`
}

/** The lines of a chain with their words from each end. */
export function needsInWords(snapshot: Snapshot, assessment: Assessment, scene: ChainScene): WalkEdge[] {
  const titleById = new Map(
    scene.cards.map(({ id, title, nodeId, kind }) => [id, kind === 'stub' ? (find(snapshot, 'node', nodeId)?.name ?? '') : title.full]),
  )
  return scene.edges.map((edge) => {
    const state = edgeState(assessment, edge)
    const what = find(snapshot, 'dependency', edge.dependencyIds[0] ?? null)?.what
    const thing = edge.count === 1 && what ? `“${what}”` : 'something'
    return {
      id: edge.id,
      from: edge.fromId,
      to: edge.toId,
      saidAtFrom: `gives ${thing} to ${titleById.get(edge.toId) ?? ''}, ${state}`,
      saidAtTo: `needs ${thing} from ${titleById.get(edge.fromId) ?? ''}, ${state}`,
    }
  })
}
