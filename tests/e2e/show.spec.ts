import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { figureOf } from '../../lib/domain/measure/figure/figures.ts'
import { measured } from '../domain/measure/figure/measured.ts'
import { goldenNetwork } from '../domain/sketch.ts'
import { expect, expectAccessible, test } from './journey.ts'

const golden = join(import.meta.dirname, '../fixtures/value-network.weft.json')
const example = measured(goldenNetwork())

async function imported(page: Page): Promise<string> {
  const answer = await page.request.post('/api/v1/import', { data: JSON.parse(readFileSync(golden, 'utf8')) })
  expect(answer.status()).toBe(201)
  return String((await answer.json()).networkId)
}

/** The marks of the drawing that are lit: all but those that are dimmed. */
async function lit(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-mark]:not([data-dim])')].map(({ dataset }) => dataset['record'] ?? '').toSorted(),
  )
}

/** The number at each mark that carries one. */
async function carried(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-number]')].map((tag) => [
        tag.closest<HTMLElement>('[data-record]')?.dataset['record'] ?? '',
        tag.dataset['number'] ?? '',
      ]),
    ),
  )
}

function hundredths(values: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value > 0 && value < 0.005 ? '<1' : String(Math.round(value * 100))]))
}

/** The records behind a figure, as far as cards and nodes go. */
function behind(id: string) {
  const shown = figureOf(example.input, example.results, id)?.shown
  if (!shown) throw new Error(`${id} is about nothing`)
  return shown
}

test.describe('what is behind a number', () => {
  test('is lit up on chain and map, by keys, and Escape ends it', async ({ page }) => {
    const network = await imported(page)
    await page.goto(`/${network}/chain?show=help:K3`)
    const strip = page.getByRole('region', { name: 'Shown on the drawing' })
    await expect(strip).toContainText('Help here first')
    expect(behind('help:K3').keyResultIds.toSorted()).toEqual(['K2', 'K3', 'K7'])
    await expect.poll(() => lit(page)).toEqual(['K2', 'K3', 'K7'])
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await expect(page).toHaveURL(/\/map\?.*show=help/)
    const items = ['node_brand', 'node_client', 'node_innovation']
    await expect.poll(async () => (await lit(page)).filter((id) => id.startsWith('node_'))).toEqual(items)
    await expect(strip).toContainText('from 25 to 36 in 100')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(strip).toHaveCount(0)
    await expect.poll(async () => (await lit(page)).filter((id) => id.startsWith('node_')).length).toBe(8)
    await expect(page).not.toHaveURL(/show=/)
  })

  test('is led to from the panel by L, with how it is worked out; what nobody knows is said', async ({ page }) => {
    const network = await imported(page)
    await page.goto(`/${network}/chain?sel=kr:K4`)
    const card = page.locator('[data-figure="slip:K4"]')
    await expect(card).toContainText('5 results feel it')
    const how = card.getByRole('button', { name: 'How is this worked out: If this slips' })
    await how.press('Enter')
    await expect(page.getByRole('note')).toContainText('Source: risk achievement')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('note')).toBeHidden()
    await expect(how).toBeFocused()
    await page.keyboard.press('l')
    await expect(page).toHaveURL(/\/chain\?.*show=slip/)
    await expect.poll(() => lit(page)).toEqual(behind('slip:K4').keyResultIds.toSorted())
    await page.goto(`/${network}/chain?show=help:gone`)
    await expect(page.getByRole('region', { name: 'Shown on the drawing' })).toContainText('There is no number “help:gone” here')
  })

  test('stands at the marks as the API tells it, one kind after the other by keys', async ({ page }) => {
    const network = await imported(page)
    const answer = await page.request.get(`/api/v1/networks/${network}/analysis`)
    expect(answer.status()).toBe(200)
    const { krNetwork, valueNetwork } = await answer.json()
    await page.goto(`/${network}/chain`)
    await expect(page.locator('[data-record="K7"]')).toBeVisible()
    expect(await carried(page)).toEqual({})
    await page.keyboard.press('Shift+N')
    await expect.poll(() => carried(page)).toEqual(hundredths(krNetwork.chanceSoftExact))
    await page.keyboard.press('Shift+N')
    // the difference of the two chances as they are told
    const { K7: now } = krNetwork.chanceSoftExact
    const lifted = Object.entries<number>(krNetwork.gainIfCertain).map(([id, gain]) => [id, now + gain] as const)
    const told = Object.entries(hundredths(Object.fromEntries(lifted))).map(([id, text]) => [id, String(Number(text) - Math.round(now * 100))])
    await expect.poll(() => carried(page)).toEqual(Object.fromEntries(told))
    await expect(page.locator('[data-record="K3"]')).toHaveAccessibleName(/help here adds 11, of 25/)
    await page.goto(`/${network}/map?numbers=flow`)
    await expect.poll(() => carried(page)).toEqual(hundredths(valueNetwork.flowLossIfRemoved))
    await expect(page.locator('[data-numbers=flow]')).toContainText('so many in 100 of the ways')
  })
})
