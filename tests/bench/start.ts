import { claim } from '../e2e/owner.ts'
import { startWeft, type WeftServer } from '../e2e/weft-server.ts'
import { generate } from './generate.ts'
import { median } from './measure.ts'
import type { Result } from './result.ts'

const rounds = 5

/** As many networks of size L as hold 100,000 records at least. */
const networks = 3

async function startMs(weft: WeftServer): Promise<number> {
  await weft.kill()
  const begun = performance.now()
  await weft.again()
  return performance.now() - begun
}

async function fill(weft: WeftServer): Promise<number> {
  const { headers } = await claim(weft.url, weft.setupToken)
  const document = generate('L')
  for (let at = 0; at < networks; at += 1) {
    const body = JSON.stringify({ ...document, network: { ...document.network, id: `net_${at}`, slug: undefined } })
    const response = await fetch(`${weft.url}/api/v1/import`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
    if (!response.ok) throw new Error(`the import was answered ${response.status}: ${await response.text()}`)
  }
  const lists = Object.values(document).filter(Array.isArray)
  return networks * lists.reduce((sum, list) => sum + list.length, 0)
}

/** From the kill of a server to its being ready again, with 100,000 records, against the same with an empty database. */
export async function measureStart(): Promise<Result[]> {
  const [full, empty] = [await startWeft(), await startWeft()]
  try {
    const records = await fill(full)
    const took: { readonly full: number; readonly empty: number }[] = []
    for (let round = 0; round < rounds; round += 1) took.push({ full: await startMs(full), empty: await startMs(empty) })
    const [mine, theirs] = [median(took.map((each) => each.full)), median(took.map((each) => each.empty))]
    return [
      {
        goal: 'START',
        what: `killed to ready with ${records} records`,
        ours: `${Math.round(mine)} ms`,
        reference: `${Math.round(theirs)} ms`,
        ratio: mine / theirs,
        atMost: 1.5,
        rounds,
      },
    ]
  } finally {
    await full.stop()
    await empty.stop()
  }
}
