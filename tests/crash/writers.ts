/** One request that a client made: what it wrote, under which key, and what it was told. */
export type Attempt = { readonly id: string; readonly key: string; readonly body: string; revision: number | null }

type Answer = { readonly revision: number; readonly replayed: boolean }

export function makeAttempt(id: string): Attempt {
  const commands = [
    { name: 'area.create', input: { id: `area-${id}`, name: `Area ${id}` } },
    { name: 'node.create', input: { id: `node-${id}`, areaId: `area-${id}`, name: `Node ${id}` } },
  ]
  return { id, key: `key-${id}`, body: JSON.stringify({ commands }), revision: null }
}

/** The server that is written to. */
export type Target = { readonly url: string; readonly headers: Record<string, string> }

/** Sends an attempt. @returns the answer; null where the server was gone before it came */
export async function send({ url, headers }: Target, network: string, { key, body }: Attempt): Promise<Answer | null> {
  let response: Response
  let text: string
  try {
    response = await fetch(`${url}/api/v1/networks/${network}/commands`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
      body,
    })
    text = await response.text()
  } catch {
    return null
  }
  if (!response.ok) throw new Error(`the server refused a write: ${response.status} ${text}`)
  return JSON.parse(text) as Answer
}

/** Writes without a pause from several clients until the server is gone. */
export async function writeUntilGone(
  target: Target,
  network: string,
  options: { readonly clients: number; readonly name: string; readonly onFirst: () => void },
): Promise<Attempt[]> {
  const attempts: Attempt[] = []
  let isFirst = true
  const client = async (number: number) => {
    for (let at = 0; ; at += 1) {
      const attempt = makeAttempt(`${options.name}-${number}-${at}`)
      attempts.push(attempt)
      const answer = await send(target, network, attempt)
      if (!answer) return
      attempt.revision = answer.revision
      if (isFirst) options.onFirst()
      isFirst = false
    }
  }
  await Promise.all(Array.from({ length: options.clients }, (_, number) => client(number)))
  return attempts
}
