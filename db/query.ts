import { type Column, is, Param, Placeholder } from 'drizzle-orm'

/** Values of a statement by the name of their placeholder. */
export type Values = Readonly<Record<string, unknown>>

type Slot = (values: Values) => unknown

/** A statement that drizzle wrote once, ready to be run many times on either database; R is a row of its answer. */
export type Query<R = unknown> = {
  readonly text: string
  readonly slots: readonly Slot[]
  /** the columns of the answer, in order; null where there is none */
  readonly fields: readonly (readonly [name: string, column: Column])[] | null
  /** rows that were never there; carries the type */
  readonly answer?: R
}

/** What to run: a query, and the values of each run. A question has one run. */
export type Step = { readonly query: Query; readonly runs: readonly Values[] }

/** Work that asks a database: it yields steps and gets the rows of each. SQLite runs it without a pause, PostgreSQL awaits. */
export type Steps<T> = Generator<Step, T, readonly unknown[]>

type Built = { toSQL(): { sql: string; params: unknown[] } }

function slotOf(param: unknown): Slot {
  if (is(param, Placeholder)) return (values) => values[String(param.name)] ?? null
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param
  const { encoder, value } = param
  const name = String(value.name)
  return (values) => {
    const given = values[name]
    return given === null || given === undefined ? null : encoder.mapToDriverValue(given)
  }
}

/** Takes the text of a statement from drizzle's builder. Placeholders are bound by name; null stays NULL in every kind of column. */
export function compile(built: Built): Query {
  const { sql, params } = built.toSQL()
  return { text: sql, slots: params.map(slotOf), fields: null }
}

/** The row of a selection of columns, by their names. */
export type RowOf<F extends Record<string, Column>> = {
  readonly [K in keyof F]: F[K]['_']['notNull'] extends true ? F[K]['_']['data'] : F[K]['_']['data'] | null
}

/** Takes a question from drizzle's builder, with the columns that it selects, in the same order. */
export function compileSelect<F extends Record<string, Column>>(built: Built, fields: F): Query<RowOf<F>> {
  const { text, slots } = compile(built)
  return { text, slots, fields: Object.entries(fields) }
}

export function bind(query: Query, values: Values): unknown[] {
  return query.slots.map((slot) => slot(values))
}

/** Turns a driver's row, an array, into an object with the values that the columns stand for. */
export function decode(query: Query, raw: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [at, [name, column]] of (query.fields ?? []).entries()) {
    const value = raw[at]
    row[name] = value === null || value === undefined ? null : column.mapFromDriverValue(value)
  }
  return row
}

/** Asks one question inside Steps. The rows have the type of the query: `decode` made them from its columns. */
export function* ask<R>(query: Query<R>, values: Values = {}): Steps<readonly R[]> {
  const rows = yield { query, runs: [values] }
  return rows as readonly R[]
}

/** Runs a statement once inside Steps. */
export function* tell(query: Query, values: Values): Steps<void> {
  yield { query, runs: [values] }
}

/** Runs a statement for each of many values inside Steps. */
export function* tellEach(query: Query, runs: readonly Values[]): Steps<void> {
  if (runs.length > 0) yield { query, runs }
}
