import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { command, commitPlan, openSession, ritual } from './planning.ts'

/** Millimetres of a sheet, and of what its margins leave, as the style sheet of the poster says. */
const sheets = {
  A3: { width: 420, height: 297, across: 398, down: 279 },
  A0: { width: 1189, height: 841, across: 1126.8, down: 790 },
} as const
const pointsOf = (mm: number) => (mm / 25.4) * 72
const pixelsOf = (mm: number) => (mm / 25.4) * 96

/** Pages, sheet and pictures of a PDF. The browser writes these objects as plain text. */
function readPdf(pdf: Buffer) {
  const text = pdf.toString('latin1')
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
  return {
    pages: text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0,
    sheet: [Math.round(Number(width)), Math.round(Number(height))],
    pictures: text.match(/\/Subtype \/Image\b/g)?.length ?? 0,
  }
}

/** Texts of the poster that do not lie wholly on the sheet, or are wider than what holds them. */
function clipped(page: Page, sheet: { readonly across: number; readonly down: number }): Promise<string[]> {
  const room = { width: pixelsOf(sheet.across) + 1, height: pixelsOf(sheet.down) + 1 }
  return page.evaluate(({ width, height }) => {
    const poster = [...document.body.children].find((each) => each.hasAttribute('data-size'))
    if (!poster) return ['there is no poster']
    const { left, top } = poster.getBoundingClientRect()
    const texts = [...poster.querySelectorAll('h1,h2,p,li,th,td,span,figcaption')].filter((each) => each.textContent.trim() !== '')
    const isOut = (each: Element) => {
      const box = each.getBoundingClientRect()
      const isPast = box.left < left - 1 || box.right - left > width || box.top < top - 1 || box.bottom - top > height
      return isPast || each.scrollWidth > each.clientWidth + 2 * Number(getComputedStyle(each).display !== 'inline')
    }
    return texts.filter((each) => isOut(each) && getComputedStyle(each).display !== 'inline').map((each) => each.textContent.slice(0, 80))
  }, room)
}

/** What a session says beside its promises, so that the tables are longer than those of the sample alone. */
async function say(page: Page, network: string): Promise<void> {
  const said = [
    ['priority', 'Keep every client through winter'],
    ['priority', 'Ship the second sensor'],
    ['priority', 'Answer every audit within a day'],
    ['exclusion', 'No new countries'],
    ['exclusion', 'No second warehouse before spring'],
  ] as const
  const entries = said.map(([kind, text], at) => ({ name: 'ritualItem.create', input: { id: `said_${at}`, ritualId: ritual, kind, text } }))
  await command(page, network, ...entries)
}

/** The colours of the sheet and of what is written on it. */
function inks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const poster = [...document.body.children].find((each) => each.hasAttribute('data-size'))
    const colours = [document.body, poster].map((each) => each && getComputedStyle(each).backgroundColor)
    return [...colours, poster && getComputedStyle(poster).color].map(String)
  })
}

test('the poster of a committed plan is one sheet, from A3 to A0: no text is cut, all of it is lines, and it is light in the dark', async ({
  page,
}) => {
  const network = await openSession(page, 'This quarter', 'commit')
  await say(page, network)
  await commitPlan(page, network)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${network}/plan?held=${ritual}`)
  await expect(page.getByRole('heading', { level: 1, name: /^Planning/ })).toBeVisible()
  await expect(page.locator('[data-size] img')).toHaveCount(2)
  for (const [name, sheet] of Object.entries(sheets)) {
    await page.getByRole('group', { name: 'Size of the poster' }).getByRole('button', { name, exact: true }).click()
    const pdf = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    expect(pdf, name).toEqual({ pages: 1, sheet: [Math.round(pointsOf(sheet.width)), Math.round(pointsOf(sheet.height))], pictures: 0 })
    await page.setViewportSize({ width: Math.round(pixelsOf(sheet.across)), height: Math.round(pixelsOf(sheet.down)) })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await clipped(page, sheet), name).toEqual([])
    expect(await inks(page)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(20, 24, 31)'])
    await page.emulateMedia({ media: null, colorScheme: 'dark' })
    await page.setViewportSize({ width: 1280, height: 800 })
  }
})
