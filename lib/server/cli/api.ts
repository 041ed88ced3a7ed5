import { v7 } from 'uuid'
import { type Answer, type CallInput, requestOf } from '../../contract/call.ts'
import { problemSchema } from '../../contract/error.ts'
import type { Operation } from '../../contract/operation.ts'
import { DomainError, type ErrorCode, errorKinds } from '../../domain/error.ts'
import { openAccess } from '../access/access.ts'
import { localIdentity } from '../access/identity.ts'
import { createApi } from '../api/app.ts'
import { openAccounts } from '../auth/accounts.ts'
import { serverSecret } from '../auth/secret.ts'
import { readConfig } from '../config.ts'
import { openLive } from '../live/events.ts'
import { makeLog } from '../log.ts'
import { openMail } from '../mail/mail.ts'
import { originOf } from '../services.ts'
import { openStore } from '../store.ts'
import { runningServer } from './database.ts'
import { Unavailable, type World } from './verb.ts'

/** Calls an operation of the API as the command line of this machine. @throws DomainError what the API refused */
export type Send = <O extends Operation>(operation: O, input: CallInput<O>) => Promise<Answer<O>>

type Transport = { readonly send: (path: string, init: RequestInit) => Promise<Response>; readonly close: () => Promise<void> }

/** To the server that holds the database, by the secret that only its machine knows. */
function toServer(address: string, own: Readonly<Record<string, string>>): Transport {
  return {
    send: (path, init) =>
      fetch(address + path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...own } }).catch((error: unknown) => {
        throw new Unavailable(`The server at ${address} cannot be reached: ${error instanceof Error ? error.message : String(error)}.`)
      }),
    close: async () => undefined,
  }
}

/** To the same API inside this process, where no server holds the database. */
async function toDatabase(databaseUrl: string, { env, now: clock }: World): Promise<Transport> {
  const config = { ...readConfig(env), databaseUrl }
  const store = await openStore(databaseUrl)
  const [log, access, live] = [makeLog('error'), openAccess(store, clock), openLive(store)]
  const mail = config.mail && openMail(config.mail)
  const accounts = openAccounts({ store, access, log, mail, clock, secret: serverSecret(config.secret, databaseUrl), origin: originOf(config) })
  const app = createApi({ store, live, access, accounts, identity: localIdentity, clock, onBug: (error) => log.error({ err: error }, 'a bug') })
  return {
    send: async (path, init) => app.request(path, init),
    close: async () => {
      live.close()
      accounts.close()
      mail?.close()
      await store.close()
    },
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return code in errorKinds
}

function refusalOf(status: number, answer: unknown): Error {
  const problem = problemSchema.safeParse(answer)
  if (!problem.success || !isErrorCode(problem.data.code)) return new Unavailable(`The server answered ${status}, and not as Weft does.`)
  return new DomainError(problem.data.code, problem.data.detail, { faults: problem.data.errors })
}

/** Works through the API: that of the server that holds the database, else one opened on the database itself. */
export async function withApi<T>(databaseUrl: string, world: World, work: (send: Send) => Promise<T>): Promise<T> {
  const server = runningServer(databaseUrl)
  const transport = server ? toServer(server.address, server.headers) : await toDatabase(databaseUrl, world)
  try {
    return await work(async (operation, input) => {
      const { method, url, body } = requestOf(operation, input)
      const headers = { 'idempotency-key': v7(), ...(body === null ? {} : { 'content-type': 'application/json' }) }
      const response = await transport.send(url, { method, headers, body })
      const answer: unknown = await response.json().catch(() => null)
      if (!response.ok) throw refusalOf(response.status, answer)
      return answerOf(operation, answer)
    })
  } finally {
    await transport.close()
  }
}

/** Guaranteed by the schema of the operation, which has parsed it. */
function answerOf<O extends Operation>(operation: O, answer: unknown): Answer<O> {
  return operation.answer.parse(answer) as Answer<O>
}
