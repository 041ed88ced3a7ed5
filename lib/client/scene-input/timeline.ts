import type { Timeline, TimelineEntry, TimelineLane } from '../../domain/promise/timeline.ts'
import { find, listOf, type Snapshot } from '../../domain/snapshot.ts'
import type { NeedStyle } from '../../layout/input.ts'
import type { TimelineInput, TimelineLaneInput, TimelineRowInput } from '../../layout/timeline/input.ts'
import { tonesOf } from '../../layout/tone.ts'
import { styleByCondition } from './map.ts'

type Side = 'giver' | 'taker'

export type TimelineWords = {
  /** how a promise stands, in words */
  readonly standing: (entry: TimelineEntry) => string
  /** what a lane adds up to */
  readonly lane: (entries: readonly TimelineEntry[]) => string
}

/** Whether somebody has to act on a promise of the timeline. Cost O(1). */
export function isTroubledEntry({ lateDays, overdueDays, backwardsDays, condition }: TimelineEntry): boolean {
  return lateDays + overdueDays + backwardsDays > 0 || condition === 'declined' || condition === 'revoked'
}

function styleOf({ state, condition }: TimelineEntry): NeedStyle {
  if (state === 'countered' && condition !== 'overdue') return 'countered'
  if (condition === 'backwards' && state !== 'promised') return state === 'draft' ? 'draft' : 'asked'
  return styleByCondition[condition]
}

function rowOf(snapshot: Snapshot, entry: TimelineEntry, by: Side, words: TimelineWords): TimelineRowInput {
  const other = find(snapshot, 'node', by === 'giver' ? entry.takerNodeId : entry.giverNodeId)?.name ?? 'nobody yet'
  const { askedOn, neededOn, promisedOn, proposedOn, deliveredOn, acceptedOn } = entry
  return {
    id: entry.id,
    title: entry.what === '' ? (find(snapshot, 'keyResult', entry.takerKeyResultId)?.title ?? '') : entry.what,
    other: `${by === 'giver' ? 'for' : 'from'} ${other}`,
    words: words.standing(entry),
    style: styleOf(entry),
    isTroubled: isTroubledEntry(entry),
    askedOn,
    neededOn,
    promisedOn,
    proposedOn,
    deliveredOn,
    acceptedOn,
  }
}

type Given = {
  readonly by: Side
  readonly words: TimelineWords
  readonly today: string
  readonly width: number
  readonly cycle: TimelineInput['cycle']
}

/** What the drawing needs of a timeline. Cost O(promises). */
export function timelineInput(snapshot: Snapshot, timeline: Pick<Timeline, 'lanes'>, { by, words, today, width, cycle }: Given): TimelineInput {
  const areas = new Map(listOf(snapshot, 'area').map((area) => [area.id as string, area]))
  const tones = tonesOf([...areas.values()])
  const laneOf = ({ nodeId, areaId, entries }: TimelineLane): TimelineLaneInput => {
    const tone = tones.get(areaId ?? '')
    return {
      id: nodeId ?? '',
      name: find(snapshot, 'node', nodeId)?.name ?? 'Nobody in particular',
      areaName: areas.get(areaId ?? '')?.name ?? '',
      tone: tone?.tone ?? 'slate',
      letter: tone?.letter ?? '·',
      words: words.lane(entries),
      rows: entries.map((entry) => rowOf(snapshot, entry, by, words)),
    }
  }
  return { today, cycle, width, lanes: timeline.lanes.map(laneOf) }
}
