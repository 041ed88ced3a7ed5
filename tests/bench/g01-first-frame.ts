import { once } from 'node:events'
import { createServer } from 'node:http'
import type { BrowserContext, Page } from '@playwright/test'
import { openBrowser } from './browser.ts'
import type { Size } from './generate.ts'
import { type Cost, inTurn, medianCpu, medianWall } from './measure.ts'
import type { Result } from './result.ts'
import { serve } from './served.ts'

const rounds = 7
const goals = { S: 1.5, M: 1.3 } as const
type View = 'map' | 'chain'

export const drawing = '[role^="graphics-document"] svg g > *, svg[data-reference] g > *'

/** Notes when a drawing is first on the screen: it is there in one frame, and painted by the next. */
function watchFirstFrame(selector: string): void {
  const look = () => {
    if (document.querySelector(selector)) requestAnimationFrame(() => performance.mark('drawn'))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Counts the tasks of the page's main thread from now on; a process that the navigation brings counts from its own start. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
  }
}

/**
 * From the start of the navigation to the first frame with the drawing; processor time of the page's main thread. A new page each
 * time; the context keeps the cache warm.
 */
async function openDrawing(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage()
  const taskMs = await watchTasks(page)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0, undefined, { timeout: 120_000 })
  const wallMs = await page.evaluate(() => performance.getEntriesByName('drawn')[0]?.startTime ?? Number.NaN)
  const cpuMs = await taskMs()
  await page.close()
  return { wallMs, cpuMs }
}

async function standaloneOf(context: BrowserContext, url: string): Promise<string> {
  const page = await context.newPage()
  await page.goto(url)
  await page.locator(drawing).first().waitFor({ state: 'attached', timeout: 120_000 })
  const html = await standalone(page)
  await page.close()
  return html
}

/** The same drawing as a page of its own: the picture as it stands, with the styles that it uses, and no script. */
function standalone(page: Page): Promise<string> {
  return page.evaluate(() => {
    const svg = document.querySelector('[role^="graphics-document"] svg')
    if (!(svg instanceof SVGElement)) throw new Error('there is no drawing')
    const styles = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n')
    const { width, height } = svg.getBoundingClientRect()
    const copy = svg.cloneNode(true)
    if (!(copy instanceof SVGElement)) throw new Error('the copy is no drawing')
    copy.setAttribute('data-reference', '')
    copy.setAttribute('style', `position:static;width:${width}px;height:${height}px`)
    return `<!doctype html><html lang="en" class="${document.documentElement.className}"><head><meta charset="utf-8"><style>${styles}</style></head><body>${copy.outerHTML}</body></html>`
  })
}

async function servePage(html: string): Promise<{ url: string; stop: () => void }> {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

async function measureView(context: BrowserContext, address: string, { size, view }: { size: keyof typeof goals; view: View }): Promise<Result> {
  const url = `${address}/${view}`
  const reference = await servePage(await standaloneOf(context, url))
  const samples = await inTurn(
    rounds,
    () => openDrawing(context, url),
    () => openDrawing(context, reference.url),
  )
  reference.stop()
  const [mine, theirs] = [medianWall(samples.ours), medianWall(samples.reference)]
  return {
    goal: 'G1',
    what: `${view} at ${size}, navigation to first frame, warm cache`,
    ours: `${Math.round(mine)} ms`,
    reference: `${Math.round(theirs)} ms static SVG`,
    ratio: mine / theirs,
    cpuRatio: medianCpu(samples.ours) / medianCpu(samples.reference),
    atMost: goals[size],
    rounds,
  }
}

async function measureSize(size: Size & keyof typeof goals): Promise<Result[]> {
  const weft = await serve(size)
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ storageState: weft.signedIn.storageState, viewport: { width: 1280, height: 800 } })
    await context.addInitScript(watchFirstFrame, drawing)
    const address = `${weft.url}/${weft.network}`
    const results: Result[] = []
    for (const view of ['map', 'chain'] as const) results.push(await measureView(context, address, { size, view }))
    return results
  } finally {
    await browser.close()
    await weft.stop()
  }
}

/** First frame of both drawings against the same drawing as static SVG. */
export async function measureFirstFrames(): Promise<Result[]> {
  return [...(await measureSize('S')), ...(await measureSize('M'))]
}
