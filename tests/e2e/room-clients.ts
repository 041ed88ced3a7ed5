import type { Page } from '@playwright/test'

type Told = { readonly network: string; readonly ritual: string; readonly nodeIds: readonly string[] }

/** Somebody without a browser: an account, a seat in the session, an open stream of events, and what it may do. */
export type RoomClient = {
  readonly note: (text: string) => Promise<void>
  readonly commands: (commands: readonly { name: string; input: object }[]) => Promise<void>
  readonly vote: (value: number) => Promise<void>
  readonly stop: () => void
}

export type Caller = { readonly origin: string; readonly cookie: string }

async function send({ origin, cookie }: Caller, method: string, path: string, data: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie, origin }
  const answer = await fetch(`${origin}/api${path}`, { method, headers, body: JSON.stringify(data) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** Reads a stream of events to its end, and keeps nothing of it. */
async function drain(origin: string, path: string, cookie: string, signal: AbortSignal): Promise<void> {
  const { body } = await fetch(`${origin}/api/v1${path}`, { headers: { cookie }, signal })
  const reader = body?.getReader()
  while (reader && !(await reader.read()).done);
}

let made = 0

async function account(owner: Page, network: string, role: string): Promise<Caller> {
  const { origin } = new URL(owner.url())
  const invited = await owner.request.post(`/api/v1/networks${network}/invitations`, { data: { role } })
  const { path } = await invited.json()
  made += 1
  const nobody = { origin, cookie: '' }
  const person = { email: `client-${made}@example.org`, password: 'seven grey geese at noon' }
  await send(nobody, 'POST', `/v1/invitations/${String(path).split('/').at(-1)}/accept`, { ...person, name: `Client ${made}` })
  const signedIn = await send(nobody, 'POST', '/auth/sign-in/email', person)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
  return { origin, cookie }
}

async function seated(caller: Caller, { network, ritual, nodeIds }: Told, at: number): Promise<RoomClient> {
  const base = `/v1/networks${network}`
  await send(caller, 'PUT', `${base}/rituals/${ritual}/seat`, { nodeId: nodeIds[at % nodeIds.length] })
  const stopping = new AbortController()
  void drain(caller.origin, `/networks${network}/events`, caller.cookie, stopping.signal).catch(() => undefined)
  const commands = async (list: readonly { name: string; input: object }[]) =>
    void (await send(caller, 'POST', `${base}/commands`, { commands: list }))
  let notes = 0
  return {
    commands,
    note: (text) => {
      notes += 1
      return commands([{ name: 'ritualItem.create', input: { id: `note_${at}_${notes}`, ritualId: ritual, kind: 'note', text } }])
    },
    vote: async (value) => void (await send(caller, 'PUT', `${base}/rituals/${ritual}/answers/confidence`, { body: { value } })),
    stop: () => stopping.abort(),
  }
}

/** So many are made at a time: passwords are slow to hash, and that is not what is measured. */
const atOnce = 6

/** Accounts without a browser, one for each role that is given, in their order. */
export async function accountsOf(owner: Page, network: string, roles: readonly string[]): Promise<Caller[]> {
  const callers: Caller[] = []
  while (callers.length < roles.length) {
    const next = roles.slice(callers.length, callers.length + atOnce)
    callers.push(...(await Promise.all(next.map((role) => account(owner, network, role)))))
  }
  return callers
}

/** These accounts sit down in a session, node by node, and listen. */
export function clientsOf(callers: readonly Caller[], told: Told): Promise<RoomClient[]> {
  return Promise.all(callers.map((caller, at) => seated(caller, told, at)))
}
