import { nodeNeeds } from '../../../../lib/domain/network/node-needs.ts'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import { find, get, listOf, referring, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import { counted, listed, percent } from '../../../components/graph/words.ts'
import { outsideText } from '../../../components/health/outside-text.ts'
import { statusWords } from '../../../components/ui/status-badge.tsx'

/** What the map says, in one sentence: how much there is, what is blocked, and who is needed most. */
export function mapTakeaway(snapshot: Snapshot, assessment: Assessment): string {
  const { counts } = assessment.network
  const { links } = nodeNeeds(assessment)
  const exchanges = snapshot.tables.exchange.size
  const first = [counted(snapshot.tables.node.size, 'node'), exchanges > 0 ? counted(exchanges, 'exchange') : null].filter((part) => part !== null)
  const asked = new Map<string, number>()
  for (const { supplierNodeId, count } of links) asked.set(supplierNodeId, (asked.get(supplierNodeId) ?? 0) + count)
  const most = Math.max(0, ...asked.values())
  const busiest = [...asked].filter(([, count]) => count === most).map(([id]) => find(snapshot, 'node', id)?.name ?? '')
  const bad = [counts.blocked > 0 ? `${counts.blocked} blocked` : null, counts.late > 0 ? `${counts.late} late` : null].filter(
    (part) => part !== null,
  )
  const outside = outsideText(listOf(snapshot, 'healthMetric'))
  const sentences = [
    `${listed(first)}.`,
    bad.length > 0 ? `${listed(bad)} of ${counted(assessment.network.keyResults, 'key result')}.` : null,
    most > 0
      ? `${listed(busiest, 2)} ${busiest.length === 1 ? 'is' : 'are'} asked for most: ${counted(most, 'need')}${busiest.length > 1 ? ' each' : ''} of other nodes.`
      : null,
    outside === null ? null : `${outside}.`,
  ]
  return sentences.filter((sentence) => sentence !== null).join(' ')
}

/** All that the card of a node says, for those who do not see it. */
export function nodeInWords(snapshot: Snapshot, assessment: Assessment, id: string): string {
  const node = get(snapshot, 'node', id)
  const facts = assessment.nodes.get(id)
  const area = find(snapshot, 'area', node.areaId)?.name ?? ''
  if (!facts || facts.keyResults === 0) return `${node.name}, ${area}, no key results in this cycle`
  const { progress } = facts
  return [
    node.name,
    area,
    counted(facts.keyResults, 'key result'),
    facts.worst ? `${facts.worstCount} ${statusWords[facts.worst]}` : null,
    progress.share === null ? 'progress unknown' : `${percent(progress.share)} done, ${percent(facts.expected)} expected`,
    `${counted(facts.needs, 'need')} from others, gives ${facts.gives}`,
    outsideText(referring(snapshot, 'healthMetric', 'nodeId', id)),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

type Line = { readonly id: string; readonly from: string; readonly to: string; readonly saidAtFrom: string; readonly saidAtTo: string }

/** The lines of a map with their words from each end. */
export function linesInWords(snapshot: Snapshot, scene: MapScene): Line[] {
  const name = (id: string) => find(snapshot, 'node', id)?.name ?? ''
  const exchanges = scene.exchanges.map(({ id, fromId, toId, deliverable, kind }) => ({
    id,
    from: fromId,
    to: toId,
    saidAtFrom: `gives ${deliverable} to ${name(toId)}, ${kind}`,
    saidAtTo: `gets ${deliverable} from ${name(fromId)}, ${kind}`,
  }))
  const needs = scene.needs.map(({ id, supplierId, consumerId, count, worst }) => ({
    id,
    from: supplierId,
    to: consumerId,
    saidAtFrom: `${name(consumerId)} waits for ${counted(count, 'need')}, ${worst}`,
    saidAtTo: `needs ${counted(count, 'thing')} from ${name(supplierId)}, ${worst}`,
  }))
  return [...exchanges, ...needs]
}

/** The needs behind each line between two nodes, by the id of the line. */
export function needsByLine(assessment: Assessment): ReadonlyMap<string, readonly string[]> {
  return new Map(nodeNeeds(assessment).links.map((link) => [`${link.supplierNodeId}>${link.consumerNodeId}`, link.dependencyIds]))
}
