import type { Who } from '../../domain/access.ts'
import type { Waiting } from '../../domain/notify/digest.ts'
import { placeOf } from '../../domain/notify/telling.ts'
import { assess } from '../../domain/okr/assess.ts'
import { type InboxItem, inboxOf } from '../../domain/promise/inbox.ts'
import { openMoves } from '../../domain/promise/moves.ts'
import { historyOf } from '../../domain/promise/stand.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn, formatInstant } from '../../domain/time.ts'
import { answerDays } from './answer-links.ts'
import { linkTo } from './deliver.ts'
import type { Outbox } from './outbox.ts'

const dayMs = 86_400_000

/** Who reads a mail: a person, never the program itself. */
type Reader = Who & { readonly personId: string }

/** For whom a mail is made, and from what: the network as it is. */
export type Offering = {
  readonly outbox: Outbox
  readonly networkId: string
  readonly snapshot: Snapshot
  readonly who: Reader
  readonly now: Date
}

function todayOf({ snapshot, now }: Offering): string {
  return dayIn(networkOf(snapshot).timeZone, formatInstant(now.getTime()))
}

/** What waits for the reader of a mail, oldest first. */
export function waitsFor(offering: Offering): readonly InboxItem[] {
  const { snapshot, who, now } = offering
  return inboxOf(snapshot, assess(snapshot, { today: todayOf(offering), cycleId: null }), who, formatInstant(now.getTime()))
}

/** The answers of a mail: every move that the reader can make now and that the inbox offers a key for. */
function answersOf(offering: Offering, dependencyId: string): Waiting['answers'] {
  const { outbox, networkId, snapshot, who, now } = offering
  const { baseUrl, links } = outbox
  if (baseUrl === null) return []
  const after = historyOf(snapshot, dependencyId).at(-1)?.id ?? ''
  const expiresAt = new Date(now.getTime() + answerDays * dayMs)
  const common = { networkId, dependencyId, personId: who.personId, after, expiresAt }
  return openMoves(snapshot, dependencyId, who, todayOf(offering))
    .filter(({ key }) => key !== null)
    .map(({ move, label }) => ({ label, link: `${baseUrl}/answer/${links.sign({ ...common, move })}` }))
}

/** Something that waits, with the links that answer it without signing in. */
export function offeredAnswers(offering: Offering, item: InboxItem): Waiting {
  const { outbox, snapshot } = offering
  const { dependencyId, keyResultId } = item
  const place = dependencyId !== null ? placeOf('dependency', dependencyId) : keyResultId === null ? null : placeOf('keyResult', keyResultId)
  const answers = dependencyId === null ? [] : answersOf(offering, dependencyId)
  return { sentence: item.sentence, link: linkTo(outbox.baseUrl, snapshot, place ?? 'inbox'), answers }
}
