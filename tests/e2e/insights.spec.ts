import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test, turnTo } from './journey.ts'
import { commit } from './made-past.ts'

type Document = { readonly dependencies: readonly object[] } & Readonly<Record<string, unknown>>
type Analysis = {
  readonly krNetwork: {
    readonly vAll: number
    readonly gainIfCertain: Readonly<Record<string, number>>
    readonly lossIfMissed: Readonly<Record<string, number>>
    readonly writtenCommitmentCoverage: number
    readonly commitmentStates: Readonly<Record<string, string>>
  }
}

const fixture = new URL('../fixtures/value-network.weft.json', import.meta.url)

/** Guaranteed by the fixture: it is such a document. */
function worked(): Document {
  return JSON.parse(readFileSync(fixture, 'utf8')) as Document
}

async function bring(page: Page, document: Document): Promise<string> {
  const answer = await page.request.post('/api/v1/import', { data: document })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()).item.id
}

function inHundred(share: number | undefined): number {
  return Math.round((share ?? Number.NaN) * 100)
}

async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

test('insights: three numbers as the analysis has them, what moves the goal by keys, the same as a table', async ({ page }) => {
  const network = await bring(page, worked())
  const analysis: Analysis = await (await page.request.get(`/api/v1/networks/${network}/analysis`)).json()
  const { vAll, gainIfCertain, lossIfMissed, commitmentStates, writtenCommitmentCoverage } = analysis.krNetwork
  await page.goto(`/${network}/outline`)
  await expect(page.getByRole('treegrid', { name: 'Outline' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await expect(page).toHaveURL(/\/insights/)

  const asked = Object.keys(commitmentStates).length
  const three = page.getByRole('region', { name: 'Three numbers first' })
  await expect(three.getByRole('article', { name: `Promised so far: ${Math.round(writtenCommitmentCoverage * asked)} of ${asked}` })).toBeVisible()
  await expect(three.getByRole('article', { name: `Chance this holds: ${inHundred(vAll)} in 100` })).toBeVisible()
  const help = three.getByRole('article', { name: `Help here first: +${inHundred(gainIfCertain['K3'])} in 100` })
  await expect(help).toContainText('Ship 2 new product offers')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`has a chance of ${inHundred(vAll)} in 100`)

  await page.keyboard.press('j')
  await expect(three.getByRole('article').first()).toBeFocused()
  await page.keyboard.press('h')
  const how = page.getByRole('note', { name: 'How “Promised so far” is worked out' })
  await expect(how).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(how).toBeHidden()

  await page.getByRole('tab', { name: 'Promises' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Risk' })).toBeFocused()
  const moves = page.getByRole('region', { name: 'What moves “Win 5 new clients”', exact: true })
  const bar = (name: string, id: string) => {
    const [loss, gain] = [inHundred(lossIfMissed[id]), inHundred(gainIfCertain[id])]
    return moves.getByRole('button', { name: new RegExp(`^${name}.*loses ${loss} in 100 if it slips, gains ${gain} in 100 if it is certain$`) })
  }
  await bar('Win 5 new clients', 'K7').focus()
  await page.keyboard.press('ArrowDown')
  await expect(bar('Ship 2 new product offers', 'K3')).toBeFocused()
  await expect(moves.getByRole('article', { name: /^Help here first: / })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('t')
  const table = moves.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(11)
  await table.getByRole('button', { name: 'If this slips, in 100' }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('Hire 12 engineers')
  await turnTo(page, 'dark')
  await expectAccessible(page)

  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSideways(page)
  await page.keyboard.press('t')
  await expect(moves.getByRole('article', { name: /^If this slips: / })).toBeVisible()
  await expectNoSideways(page)
})

test('insights: a ring is told with its cheapest cut, which is dropped and taken back', async ({ page }) => {
  const { dependencies, ...rest } = worked()
  const closing = { ...dependencies[0], id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', strength: 0.5, state: 'requested' }
  const network = await bring(page, { ...rest, dependencies: [...dependencies, closing] })
  await page.goto(`/${network}/insights?theme=risk`)
  const rings = page.getByRole('region', { name: 'Going in circles' })
  await expect(rings.getByRole('article', { name: 'Going in circles: 10 results' })).toContainText('Dropping one need')
  await rings.getByRole('button', { name: 'Drop this need' }).click()
  await expect(rings).toContainText('Nobody waits in circles')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(rings.getByRole('article', { name: 'Going in circles: 10 results' })).toBeVisible()
})

const onceThere: Readonly<Record<string, string>> = {
  resilience: 'What is left when nodes go',
  value: 'One node, both sides',
  contribution: 'Share of the chance',
}

for (const [theme, last] of Object.entries(onceThere))
  test(`insights: ${theme} can be read by all, light and dark, by keys and on a phone`, async ({ page }) => {
    const network = await bring(page, worked())
    await page.goto(`/${network}/insights?theme=${theme}`)
    const part = page.getByRole('region', { name: last })
    await expect(part.getByRole('article').first()).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expectAccessible(page)
    await turnTo(page, 'dark')
    await expectAccessible(page)
    await page.keyboard.press('t')
    await expect(part.getByRole('table')).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSideways(page)
    await page.keyboard.press('t')
    await expect(part.getByRole('table')).toHaveCount(0)
    await expectNoSideways(page)
  })

test('insights: of several goals each has its chance, and a press makes one the goal of all numbers', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/insights`)
  const other = page.getByRole('list', { name: 'Other goals' }).getByRole('button').first()
  const name = ((await other.textContent()) ?? '').replace(/ *\S+ in 100$/, '')
  expect(name.length).toBeGreaterThan(3)
  await other.press('Enter')
  await expect(page).toHaveURL(/goal=/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.getByRole('article', { name: /^Chance this holds: / })).toContainText(name)
})

test('insights: after a walk the numbers say what they were then, where they differ', async ({ page }) => {
  const network = `/${await bring(page, worked())}`
  const mark = { id: 'mark_last', name: 'walk', kind: 'walk' }
  await commit(page, network, [{ name: 'ritual.open', input: { id: 'rit_last', kind: 'walk' } }])
  await commit(page, network, [{ name: 'ritual.close', input: { id: 'rit_last', attendeeIds: [], mark } }])
  await commit(page, network, [{ name: 'keyResult.update', input: { id: 'K3', set: { confidence: 1 } } }])
  await page.goto(`${network}/insights`)
  const three = page.getByRole('region', { name: 'Three numbers first' })
  await expect(three.getByRole('article', { name: /^Chance this holds: / })).toContainText(/Was 25 in 100 at the last walk, on .+\./)
  await expect(three.getByRole('article', { name: /^Help here first: / })).toContainText(
    /At the last walk, on .+, it was Ship 2 new product offers\./,
  )
  await expect(three.getByRole('article', { name: /^Promised so far: / })).not.toContainText('last walk')
})

test('insights: before there is anything, what to do first', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'blank')}/insights`)
  await expect(page.getByRole('link', { name: 'Write the first key result in the outline' })).toBeVisible()
  await expectAccessible(page)
})
