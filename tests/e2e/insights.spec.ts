import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

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

test('insights: three numbers as the analysis has them, what moves the goal by keys', async ({ page }) => {
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

test('insights: before there is anything, what to do first', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'blank')}/insights`)
  await expect(page.getByRole('link', { name: 'Write the first key result in the outline' })).toBeVisible()
  await expectAccessible(page)
})
