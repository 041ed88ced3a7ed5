import { ask, tell } from '../../../db/query.ts'
import { type Digest, type DigestMail, digestMail } from '../../domain/notify/digest.ts'
import { lastDue } from '../../domain/notify/digest-time.ts'
import type { DigestChoice } from '../../domain/notify/kinds.ts'
import { find, networkOf } from '../../domain/snapshot.ts'
import type { Role } from '../../domain/vocabulary.ts'
import type { Log } from '../log.ts'
import { listenersOf } from './announce.ts'
import { linkTo } from './deliver.ts'
import { type Offering, offeredAnswers, waitsFor } from './offered-answers.ts'
import type { Outbox } from './outbox.ts'
import { mayHaveBeenTaken } from './taken.ts'
import { readToldSince } from './told.ts'

/** Most things that one mail lists; it says how many more wait. */
const mostWaiting = 20
const mostHappened = 20
const dayMs = 86_400_000

/** A member who wants mails, as the database keeps one. */
type Reader = {
  readonly networkId: string
  readonly userId: string
  readonly personId: string
  readonly role: string
  readonly digest: string
  readonly digestSentAt: Date | null
  readonly email: string
}

/** Guaranteed by the contract and by invitations, through which alone these are written. */
function wordsOf({ role, digest }: Reader): { readonly role: Role; readonly choice: DigestChoice } {
  return { role: role as Role, choice: digest as DigestChoice }
}

/** What a mail is made from: a reader, and the network as it is. */
type Making = Offering & { readonly reader: Reader }

async function happenedOf({ outbox, reader, snapshot, now }: Making): Promise<Digest['happened']> {
  const { role, choice } = wordsOf(reader)
  const since = reader.digestSentAt ?? new Date(now.getTime() - (choice === 'weekly' ? 7 : 1) * dayMs)
  const told = await readToldSince(outbox.store, { networkId: reader.networkId, personId: reader.personId, role }, { since, limit: mostHappened })
  return told.map(({ sentence, path }) => ({ sentence, link: path === null ? null : linkTo(outbox.baseUrl, snapshot, path) }))
}

async function makeMail(making: Making): Promise<DigestMail | null> {
  const { outbox, reader, snapshot } = making
  const items = waitsFor(making)
  if (items.length === 0) return null
  return digestMail({
    networkName: networkOf(snapshot).name,
    choice: wordsOf(reader).choice === 'weekly' ? 'weekly' : 'daily',
    waiting: items.slice(0, mostWaiting).map((item) => offeredAnswers(making, item)),
    left: Math.max(0, items.length - mostWaiting),
    happened: await happenedOf(making),
    session: null,
    inboxLink: linkTo(outbox.baseUrl, snapshot, 'inbox'),
    settingsLink: linkTo(outbox.baseUrl, snapshot, 'settings/digest'),
  })
}

async function whoOf({ store }: Outbox, reader: Reader): Promise<Making['who']> {
  const members = await store.ask((statements) => listenersOf(statements, reader.networkId))
  return { personId: reader.personId, role: wordsOf(reader).role, members }
}

/** Takes the right to send the mail that was due at an instant; one process gets it, once. */
async function take({ store }: Outbox, { networkId, userId }: Reader, { slot, now }: { readonly slot: Date; readonly now: Date }): Promise<boolean> {
  const rows = await store.write('digest', (statements) => ask(statements.takeDigest, { networkId, userId, slot, now }))
  return rows.length > 0
}

/** Sends one reader's mail if it is due. What the mail server refuses is tried again at the next round; what it may have taken is not. */
async function sendTo(outbox: Outbox, reader: Reader): Promise<boolean> {
  const { store, clock, mail } = outbox
  const [now, snapshot] = [clock(), await store.read(reader.networkId)]
  const slot = lastDue(networkOf(snapshot), wordsOf(reader).choice, now.getTime())
  const isDue = slot !== null && (reader.digestSentAt === null || reader.digestSentAt.getTime() < slot)
  if (!isDue || !mail || !find(snapshot, 'person', reader.personId)) return false
  if (!(await take(outbox, reader, { slot: new Date(slot), now }))) return false
  const message = await makeMail({ outbox, networkId: reader.networkId, reader, snapshot, who: await whoOf(outbox, reader), now })
  if (!message) return false
  try {
    await mail.send({ to: reader.email, ...message })
    return true
  } catch (error) {
    const { networkId, userId, digestSentAt: before } = reader
    if (!mayHaveBeenTaken(error)) await store.write('digest', (statements) => tell(statements.giveDigestBack, { networkId, userId, now, before }))
    throw error
  }
}

/** Sends the mails that are due, one after the other; one that fails keeps no other back. @returns how many were sent */
export async function sendDigests(outbox: Outbox, log: Pick<Log, 'error'>): Promise<number> {
  if (!outbox.mail) return 0
  const readers = await outbox.store.ask((statements) => ask(statements.digestReaders))
  let sent = 0
  for (const reader of readers) {
    try {
      if (await sendTo(outbox, reader)) sent += 1
    } catch (error) {
      log.error({ err: error, networkId: reader.networkId }, 'a digest could not be sent')
    }
  }
  return sent
}
