import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from './journey.ts'

type Document = { readonly keyResults: readonly { readonly id: string }[] } & Readonly<Record<string, unknown>>

/** The worked example, whose goal nobody has estimated. */
function withoutEstimateOf(id: string): Document {
  // guaranteed by the fixture: it is such a document
  const document = JSON.parse(readFileSync(new URL('../fixtures/value-network.weft.json', import.meta.url), 'utf8')) as Document
  return { ...document, keyResults: document.keyResults.map((each) => (each.id === id ? { ...each, estimateWeeks: undefined } : each)) }
}

test('an estimate is kept whole, what is missing is named, and the longest chain knows it', async ({ page }) => {
  const answer = await page.request.post('/api/v1/import', { data: withoutEstimateOf('K7') })
  expect(answer.ok(), await answer.text()).toBe(true)
  const network: string = (await answer.json()).item.id
  const kept = async () => (await (await page.request.get(`/api/v1/networks/${network}/key-results/K7`)).json()).item.estimateWeeks ?? null

  await page.goto(`/${network}/insights?theme=risk`)
  const chain = page.locator('[data-figure="chain"]')
  await expect(chain).toContainText('at least 21 weeks')
  await expect(chain).toContainText('1 of 10 results has no estimate')

  await page.goto(`/${network}/outline?sel=kr%3AK7`)
  await page.getByText('Weight, estimate, grade').click()
  await page.getByLabel('Weeks likely').fill('4')
  await page.keyboard.press('Tab')
  await expect(page.getByText('An estimate needs all three: weeks at best and weeks at worst are missing.')).toBeVisible()
  expect(await kept()).toBeNull()
  await page.getByLabel('Weeks at best').fill('5')
  await page.getByLabel('Weeks at worst').fill('6')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Weeks at best are more than weeks likely.')).toBeVisible()
  await page.getByLabel('Weeks at best').fill('3')
  await page.keyboard.press('Tab')
  await expect.poll(kept).toEqual({ optimistic: 3, likely: 4, pessimistic: 6 })
  await expect(page.getByText('It is not kept yet')).toHaveCount(0)
  await expectAccessible(page, 'aside, [role="complementary"]')

  await page.goto(`/${network}/insights?theme=risk`)
  await expect(chain).toContainText('Even if all goes at its best it takes 16 weeks.')
})
