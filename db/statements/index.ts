import type { Tables } from '../schema/index.ts'
import { accessStatements } from './access.ts'
import { accountStatements } from './accounts.ts'
import type { Builder } from './builder.ts'
import { historyStatements } from './history.ts'
import { jobStatements } from './jobs.ts'
import { networkStatements } from './networks.ts'
import { notificationStatements } from './notifications.ts'
import { operationStatements } from './operation.ts'
import { outboxStatements } from './outbox.ts'
import { pastStatements } from './past.ts'
import { privacyStatements } from './privacy.ts'
import { recordStatements } from './records.ts'
import { roomStatements } from './room.ts'
import { setupStatements } from './setup.ts'

export type { Builder }

/** Every statement that the program runs on data, written once for both databases. */
export function writeStatements(db: Builder, tables: Tables) {
  return {
    ...recordStatements(db, tables),
    ...networkStatements(db, tables),
    ...historyStatements(db, tables),
    ...pastStatements(db, tables),
    ...accessStatements(db, tables),
    ...accountStatements(db, tables),
    ...setupStatements(db, tables),
    ...notificationStatements(db, tables),
    ...outboxStatements(db, tables),
    ...privacyStatements(db, tables),
    ...jobStatements(db, tables),
    ...operationStatements(db, tables),
    ...roomStatements(db, tables),
  }
}

export type Statements = ReturnType<typeof writeStatements>
