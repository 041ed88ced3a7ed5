import type { PromiseMeasures, Share } from '../../../lib/domain/promise/measures.ts'
import { counted, percent, plainNumber } from '../graph/words.ts'
import type { MeasureKey } from './behind-measure.ts'

/** A number as a leader says it: its name, how it stands, one sentence, and how it is worked out. */
export type MeasureLine = {
  readonly key: MeasureKey
  readonly name: string
  /** null: unknown, and the reading says why */
  readonly value: string | null
  readonly reading: string
  readonly how: string
}

function shareText({ share }: Share): string | null {
  return share === null ? null : percent(share)
}

function unknownText(unknown: number, what: string): string {
  return unknown === 0 ? '' : ` Of ${counted(unknown, what)} nobody knows.`
}

/** The measures of a node in words. Unknown is said as unknown, with the reason. */
export function measureLines({ promised, answered, daysToAnswer, kept, revoked }: PromiseMeasures): MeasureLine[] {
  const back = revoked.early + revoked.late
  return [
    {
      key: 'promised',
      name: 'Promised to us so far',
      value: shareText(promised),
      reading:
        promised.share === null ? 'Nothing was asked of others yet.' : `${promised.count} of ${counted(promised.of, 'need')} promised by others.`,
      how: 'Needs of this node in this cycle that are promised, delivered or accepted, of all that are neither drafts nor ended.',
    },
    {
      key: 'answered',
      name: 'Asks we have answered',
      value: shareText(answered),
      reading:
        answered.share === null
          ? `Nobody has asked this node yet.${unknownText(answered.unknown, 'need')}`
          : `${answered.count} of ${counted(answered.of, 'ask')} answered.${unknownText(answered.unknown, 'need')}`,
      how: 'Asks of this node that were promised, countered, declined or put off, of all that were made. Asking again counts anew; what stays inside the node does not count.',
    },
    {
      key: 'kept',
      name: 'Promises we kept',
      value: shareText(kept),
      reading:
        kept.share === null
          ? `No promise of this node was due yet.${unknownText(kept.unknown, 'promise')}`
          : `${kept.count} of ${counted(kept.of, 'promise')} accepted by their day.${back > 0 ? ` ${counted(back, 'promise')} taken back, ${revoked.late} of them late.` : ''}${unknownText(kept.unknown, 'promise')}`,
      how: 'Promises that were accepted on or before the promised day, of all whose day has come or that were accepted before. One that was taken back before its day is counted apart.',
    },
    {
      key: 'daysToAnswer',
      name: 'Days to answer',
      value: daysToAnswer.median === null ? null : counted(daysToAnswer.median, 'day'),
      reading:
        daysToAnswer.median === null
          ? `No ask with a known day was answered yet.${unknownText(daysToAnswer.unknown, 'answer')}`
          : `The middle one of ${counted(daysToAnswer.count, 'answer')} took ${plainNumber(daysToAnswer.median)} days.${unknownText(daysToAnswer.unknown, 'answer')}`,
      how: 'Calendar days from an ask to its first answer; half of the answers were faster, half slower.',
    },
  ]
}
