import { gzipSync } from 'node:zlib'
import { openBrowser } from './browser.ts'
import { drawing } from './g01-first-frame.ts'
import type { Result } from './result.ts'
import { serve } from './served.ts'

const limitKb = 200

/** All JavaScript that a browser loads until the map stands, workers too, each file as gzip; what it fetches ahead later does not count. */
export async function measureFirstLoad(): Promise<Result[]> {
  const weft = await serve('S')
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ storageState: weft.signedIn.storageState })
    const sizes = new Map<string, Promise<number>>()
    page.on('response', (response) => {
      const isScript = (response.headers()['content-type'] ?? '').includes('javascript')
      if (isScript && !sizes.has(response.url()))
        sizes.set(
          response.url(),
          response.body().then((body) => gzipSync(body).byteLength),
        )
    })
    await page.goto(`${weft.url}/${weft.network}/map`)
    await page.locator(drawing).first().waitFor({ state: 'attached' })
    const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
    const kb = bytes / 1_000
    return [
      {
        goal: 'G14',
        what: 'JavaScript of the first load of the map, gzip',
        ours: `${kb.toFixed(0)} kB`,
        reference: `${limitKb} kB`,
        ratio: kb,
        atMost: limitKb,
        rounds: 1,
      },
    ]
  } finally {
    await browser.close()
    await weft.stop()
  }
}
