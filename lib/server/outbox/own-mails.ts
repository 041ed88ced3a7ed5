import { ask, tell } from '../../../db/query.ts'
import { isAsking } from '../../domain/notify/under-way.ts'
import type { Log } from '../log.ts'
import { askedByPerson, sendAsked } from './ask-mails.ts'
import type { Outbox } from './outbox.ts'
import { type DueMail, sessionMail } from './session-mail.ts'
import { mayHaveBeenTaken } from './taken.ts'

/** A mail that could not be sent for a day is not sent any more: nobody waits for it. */
const patienceMs = 86_400_000
/** Mails of one round; the next round takes the others. */
const roundSize = 200

/** Of several about one thing to one person the newest; it says all that the others would. */
function isNewest({ networkId, personId, subjectId }: DueMail, seen: Set<string>): boolean {
  const key = `${networkId} ${personId} ${subjectId}`
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

/** Sends a mail once: what the mail server refuses is tried again at the next round, what it may have taken is not. */
async function sendOne(outbox: Outbox, due: DueMail): Promise<boolean> {
  const { store, mail, clock } = outbox
  const { networkId, id } = due
  const taken = await store.write('own-mails', (statements) => ask(statements.takeMail, { networkId, id }))
  if (taken.length === 0 || !mail) return false
  const message = await sessionMail(outbox, due, clock())
  if (!message) return false
  try {
    await mail.send(message)
    return true
  } catch (error) {
    if (!mayHaveBeenTaken(error)) await store.write('own-mails', (statements) => tell(statements.giveMailBack, { networkId, id }))
    throw error
  }
}

/** Sends what has a mail of its own, one after the other; one that fails keeps no other back. @returns how many were sent */
export async function sendOwnMails(outbox: Outbox, log: Pick<Log, 'error'>): Promise<number> {
  const { store, mail, clock } = outbox
  if (!mail) return 0
  const since = new Date(clock().getTime() - patienceMs)
  const rows = await store.ask((statements) => ask(statements.dueMails, { since, limit: roundSize }))
  const seen = new Set<string>()
  const sendSession = async (due: DueMail) => {
    if (isNewest(due, seen)) return sendOne(outbox, due)
    await store.write('own-mails', (statements) => ask(statements.takeMail, due))
    return false
  }
  const ofSessions = rows.filter(({ kind }) => !isAsking(kind)).map((due) => ({ due, send: () => sendSession(due) }))
  const ofAsks = askedByPerson(rows).map((asked) => ({ due: asked[0], send: () => sendAsked(outbox, asked) }))
  let sent = 0
  for (const { due, send } of [...ofAsks, ...ofSessions]) {
    try {
      if (await send()) sent += 1
    } catch (error) {
      log.error({ err: error, networkId: due.networkId }, 'a mail could not be sent')
    }
  }
  return sent
}
