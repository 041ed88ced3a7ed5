import { ask, tell } from '../../../db/query.ts'
import { digestMail } from '../../domain/notify/digest.ts'
import { isAsking, plansUnderWay } from '../../domain/notify/under-way.ts'
import { sessionPath } from '../../domain/ritual/session-path.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import type { Message } from '../mail/mail.ts'
import { listenersOf } from './announce.ts'
import { linkTo } from './deliver.ts'
import { offeredAnswers, waitsFor } from './offered-answers.ts'
import type { Outbox } from './outbox.ts'
import type { DueMail } from './session-mail.ts'
import { mayHaveBeenTaken } from './taken.ts'

/** A person gets one mail in so many minutes; what is asked meanwhile stands in the next one together. */
const restMs = 5 * 60_000

/** What was asked of one person in one network. */
type Asked = readonly [DueMail, ...DueMail[]]

/** Those of the mails that are due which ask for an answer, by the person who is asked. */
export function askedByPerson(due: readonly DueMail[]): readonly Asked[] {
  const groups = Map.groupBy(
    due.filter(({ kind }) => isAsking(kind)),
    ({ networkId, personId }) => `${networkId} ${personId}`,
  )
  return [...groups.values()].flatMap(([first, ...others]): Asked[] => (first ? [[first, ...others]] : []))
}

async function wasMailed({ store }: Outbox, { networkId, personId }: DueMail, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - restMs)
  const rows = await store.ask((statements) => ask(statements.mailedSince, { networkId, personId, since }))
  return rows.some(({ kind }) => isAsking(kind))
}

function sessionOf({ outbox, snapshot }: { readonly outbox: Outbox; readonly snapshot: Snapshot }, dependencyIds: ReadonlySet<string>) {
  const [plan] = [...dependencyIds].flatMap((id) => plansUnderWay(snapshot, id))
  return plan ? { title: plan.title, link: linkTo(outbox.baseUrl, snapshot, sessionPath(plan)) } : null
}

/** The mail about what still waits of all that was asked; null where nothing does. */
async function makeMail(outbox: Outbox, [first, ...others]: Asked, now: Date): Promise<Message | null> {
  const { networkId, personId, email } = first
  const snapshot = await outbox.store.read(networkId)
  const members = await outbox.store.ask((statements) => listenersOf(statements, networkId))
  const role = members.get(personId)
  if (role === undefined) return null
  const offering = { outbox, networkId, snapshot, who: { personId, role, members }, now }
  const asked = new Set([first, ...others].map(({ subjectId }) => subjectId))
  const items = waitsFor(offering).filter(({ kind, dependencyId }) => kind !== 'deliver' && dependencyId !== null && asked.has(dependencyId))
  const mail = digestMail({
    networkName: networkOf(snapshot).name,
    choice: 'atOnce',
    waiting: items.map((item) => offeredAnswers(offering, item)),
    left: 0,
    happened: [],
    session: sessionOf(offering, asked),
    inboxLink: linkTo(outbox.baseUrl, snapshot, 'inbox'),
    settingsLink: linkTo(outbox.baseUrl, snapshot, 'settings/digest'),
  })
  return mail && { to: email, ...mail }
}

/** Takes the right to tell of all that was asked; what another process has taken is its own. */
async function take({ store }: Outbox, asked: Asked): Promise<Asked | null> {
  const [first, ...others] = await store.write('own-mails', function* (statements) {
    const taken: DueMail[] = []
    for (const due of asked) if ((yield* ask(statements.takeMail, { networkId: due.networkId, id: due.id })).length > 0) taken.push(due)
    return taken
  })
  return first ? [first, ...others] : null
}

/** Sends one person what was asked of them, once: what the mail server refuses is tried again at the next round. @returns whether a mail went */
export async function sendAsked(outbox: Outbox, asked: Asked): Promise<boolean> {
  const { store, mail, clock } = outbox
  const now = clock()
  if (!mail || (await wasMailed(outbox, asked[0], now))) return false
  const taken = await take(outbox, asked)
  const message = taken && (await makeMail(outbox, taken, now))
  if (!message) return false
  try {
    await mail.send(message)
    return true
  } catch (error) {
    if (!mayHaveBeenTaken(error))
      await store.write('own-mails', function* (statements) {
        for (const { networkId, id } of taken) yield* tell(statements.giveMailBack, { networkId, id })
      })
    throw error
  }
}
