import type { z } from 'zod'
import type { Operation } from './operation.ts'

type In<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a caller gives: parameters, query and body, as far as the operation has them. */
export type CallInput<O extends Operation> = {
  readonly params: In<O['params']>
  readonly query?: In<O['query']>
} & (O['body'] extends z.ZodType ? { readonly body: In<O['body']> } : unknown)

/** What a caller gets. */
export type Answer<O extends Operation> = z.output<O['answer']>

export type CallRequest = { readonly method: string; readonly url: string; readonly body: string | null }

function textOf(source: unknown, field: string): string {
  const value: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, field) : undefined
  return String(value ?? '')
}

function queryText(query: unknown): string {
  if (typeof query !== 'object' || query === null) return ''
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  const text = new URLSearchParams(pairs.map(([field, value]) => [field, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/**
 * The request of a call: everything a fetch needs but headers.
 *
 * @param base what comes before the path, such as `/api/v1`
 */
export function requestOf<O extends Operation>(operation: O, input: CallInput<O>, base = '/api/v1'): CallRequest {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(textOf(input.params, field)))
  const body = 'body' in input ? JSON.stringify(input.body) : null
  return { method: operation.method, url: `${base}${path}${queryText(input.query)}`, body }
}
