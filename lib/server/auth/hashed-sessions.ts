import type { DBAdapter, DBAdapterInstance } from 'better-auth'
import { hashOf } from '../access/secret.ts'

/** The tokens that one question names, by their hashes: a row that is read by its token is given back with it. */
type Known = Map<string, string>

function hidden(known: Known, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => hidden(known, each))
  if (typeof value !== 'string') return value
  const hash = hashOf(value)
  known.set(hash, value)
  return hash
}

function shown(known: Known, answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map((each) => shown(known, each))
  const token: unknown = Reflect.get(Object(answer), 'token')
  const plain = typeof token === 'string' ? known.get(token) : undefined
  return plain === undefined ? answer : { ...Object(answer), token: plain }
}

function withHiddenField(known: Known, fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null || !('token' in fields)) return fields
  return { ...fields, token: hidden(known, fields.token) }
}

function withHiddenClause(known: Known, clause: unknown): unknown {
  const isToken = Reflect.get(Object(clause), 'field') === 'token'
  return isToken ? { ...Object(clause), value: hidden(known, Reflect.get(Object(clause), 'value')) } : clause
}

/** What the library asks of the table of sessions, with hashes in the place of tokens. */
function withHidden(known: Known, asked: object): object {
  const [where, data, update]: unknown[] = ['where', 'data', 'update'].map((part) => Reflect.get(asked, part))
  return {
    ...asked,
    ...(Array.isArray(where) && { where: where.map((clause) => withHiddenClause(known, clause)) }),
    ...(data !== undefined && { data: withHiddenField(known, data) }),
    ...(update !== undefined && { update: withHiddenField(known, update) }),
  }
}

type Ask = (asked: unknown) => unknown

/** One method of the adapter; what it is asked about other tables goes through as it is. */
function hashing(ask: Ask): Ask {
  return async (asked) => {
    if (typeof asked !== 'object' || asked === null || Reflect.get(asked, 'model') !== 'session') return ask(asked)
    const known: Known = new Map()
    return shown(known, await ask(withHidden(known, asked)))
  }
}

/** Guaranteed by the adapter of the library: each of its functions but `transaction` takes one question, and answers rows or a count. */
function wrapped<A extends object>(inner: A): A {
  return new Proxy(inner, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name)
      if (typeof own !== 'function' || name === 'createSchema') return own
      const call = own.bind(target)
      if (name === 'transaction') return (run: (inside: object) => unknown) => call((inside: object) => run(wrapped(inside)))
      return hashing(call)
    },
  })
}

/**
 * The adapter of the account library, with which the table of sessions holds SHA-256 of tokens only. Tokens are 32 random signs, so that a
 * hash without salt tells nothing.
 */
export function withHashedSessions(open: DBAdapterInstance): DBAdapterInstance {
  return (options) => wrapped<DBAdapter>(open(options))
}
