import type { Target } from './writers.ts'

/** What a script or a page is told. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely
export type Told = { readonly status: number; readonly type: string | null; readonly body: any }

/** Makes the network of a trial. @returns its id */
export async function createNetwork({ url, headers }: Target): Promise<string> {
  const body = JSON.stringify({ name: 'Crash', slug: 'crash', template: 'blank' })
  const response = await fetch(`${url}/api/v1/networks`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
  const answer: unknown = await response.json()
  return String(Reflect.get(Object(Reflect.get(Object(answer), 'item')), 'id'))
}

/** Asks the server for something. */
export async function ask({ url, headers }: Target, path: string, body?: string, more: Record<string, string> = {}): Promise<Told> {
  const init = body === undefined ? { headers } : { method: 'POST', headers: { ...headers, ...more, 'content-type': 'application/json' }, body }
  const response = await fetch(url + path, init)
  const type = response.headers.get('content-type')
  const text = await response.text()
  return { status: response.status, type, body: /json/.test(type ?? '') ? JSON.parse(text) : text }
}
