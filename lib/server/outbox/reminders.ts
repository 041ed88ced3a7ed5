import { createHash } from 'node:crypto'
import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { type Reminder, remindersOf } from '../../domain/notify/reminders.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store-contract.ts'
import { listenersOf } from './announce.ts'
import { choicesOf, waysFor } from './ways.ts'

type Reminding = {
  readonly store: Pick<Store, 'ask' | 'read' | 'write'>
  readonly clock: () => Date
  readonly log: Pick<Log, 'error'>
  readonly signal?: AbortSignal
}

/** Tells one person once, whatever was told since, and however often this is asked. */
function* remindOnce(
  statements: Statements,
  { networkId, now }: { readonly networkId: string; readonly now: Date },
  { dueMs, ...reminder }: Reminder,
): Steps<boolean> {
  const { personId, kind, subjectId } = reminder
  if ((yield* ask(statements.toldSince, { networkId, personId, kind, subjectId, since: new Date(dueMs) })).length > 0) return false
  const ways = waysFor(yield* choicesOf(statements, { networkId, personId }), kind)
  if (!ways) return false
  const [row] = yield* ask(statements.revision, { networkId })
  const id = `told_${createHash('sha256')
    .update(JSON.stringify([dueMs, kind, personId, subjectId]))
    .digest('hex')
    .slice(0, 32)}`
  yield* tell(statements.putNotification, { ...reminder, ...ways, networkId, id, revision: row?.revision ?? 0, actor: 'weft', at: now, readAt: null })
  return true
}

async function remindIn({ store, clock }: Reminding, networkId: string): Promise<number> {
  const members = await store.ask((statements) => listenersOf(statements, networkId))
  if (members.size === 0) return 0
  const now = clock()
  const reminders = remindersOf(await store.read(networkId), members, now.getTime())
  if (reminders.length === 0) return 0
  return store.write(`told ${networkId}`, function* (statements) {
    let told = 0
    for (const reminder of reminders) if (yield* remindOnce(statements, { networkId, now }, reminder)) told += 1
    return told
  })
}

/** Reminds people of what is due, network by network; one that fails keeps no other back. @returns how many were told */
export async function sendReminders(reminding: Reminding): Promise<number> {
  const { store, log, signal } = reminding
  const networks = await store.ask((statements) => ask(statements.listNetworks))
  let told = 0
  for (const { id } of networks) {
    if (signal?.aborted) break
    try {
      told += await remindIn(reminding, id)
    } catch (error) {
      log.error({ err: error, networkId: id }, 'reminders of a network could not be written')
    }
  }
  return told
}
