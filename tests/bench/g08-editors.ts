import { setTimeout as pause } from 'node:timers/promises'
import type { Result } from './result.ts'
import { serve, serveBare } from './served.ts'

const editors = 60
const savesOfEach = 12

/** How long somebody thinks between two saves: the same for both servers, spread so that they do not march in step. */
const betweenMs = { least: 300, most: 1_300 } as const

type Save = (editor: number, at: number) => Promise<Response>

/** A share of sorted values lies below the answer. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Everybody edits at a person's pace. @returns how long each save took to be acknowledged, in milliseconds */
async function editTogether(save: Save): Promise<number[]> {
  const took: number[] = []
  const edit = async (editor: number) => {
    for (let at = 0; at < savesOfEach; at += 1) {
      const spread = ((editor * 7 + at * 13) % 10) / 10
      await pause(betweenMs.least + spread * (betweenMs.most - betweenMs.least))
      const begun = performance.now()
      const response = await save(editor, at)
      await response.text()
      if (!response.ok) throw new Error(`a save was answered ${response.status}`)
      took.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: editors }, (_, editor) => edit(editor)))
  return took
}

function told(took: readonly number[]): string {
  return `p95 ${quantile(took, 0.95).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms`
}

/** How long 60 people who edit at once wait for a save, durable, against the bare server with the same statement and pragmas. */
export async function measureEditors(): Promise<Result[]> {
  const weft = await serve('M')
  const bare = await serveBare(weft.databaseUrl.replace('file:', ''))
  const headers = { ...weft.signedIn.headers, 'content-type': 'application/json' }
  const keyResultOf = (editor: number) => weft.keyResults[editor % weft.keyResults.length] ?? ''
  const post = (url: string, body: object): Promise<Response> => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  try {
    const ours = await editTogether((editor, at) =>
      post(`${weft.url}/api/v1/networks/${weft.network}/key-results/${keyResultOf(editor)}/check-ins`, { value: at + 0.5 }),
    )
    const reference = await editTogether((editor, at) =>
      post(`${bare.url}/check-in/${encodeURIComponent(weft.network)}/${encodeURIComponent(keyResultOf(editor))}`, { value: at + 0.5 }),
    )
    const [mine, theirs] = [quantile(ours, 0.95), quantile(reference, 0.95)]
    return [
      {
        goal: 'G8',
        what: `${editors} people save, durable, at M`,
        ours: told(ours),
        reference: told(reference),
        ratio: mine / theirs,
        atMost: 2,
        rounds: ours.length,
      },
    ]
  } finally {
    await bare.stop()
    await weft.stop()
  }
}
