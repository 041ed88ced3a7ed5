import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

test('what one is told is switched by keys, topic by topic, and is kept', async ({ page }) => {
  const network = await makeNetwork(page, 'value-network')
  await page.route('**/told-by', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), canMail: true } })
  })
  await page.goto(`${network}/settings/digest`)
  const way = (name: string) => page.getByRole('checkbox', { name, exact: true })
  await expect(way('Minutes: by mail')).toBeChecked()
  await expectAccessible(page)
  await way('Asks and offers: in weft').focus()
  await page.keyboard.press('ArrowDown')
  await expect(way('Promises: in weft')).toBeFocused()
  await page.keyboard.press('2')
  await expect(way('Promises: by mail')).not.toBeChecked()
  await page.keyboard.press('1')
  await expect(way('Promises: in weft')).not.toBeChecked()
  await expect(page.getByText('Promises: nothing is told. What waits is in the inbox.')).toBeVisible()
  await page.reload()
  await expect(way('Promises: by mail')).not.toBeChecked()
  await expect(way('Promises: in weft')).not.toBeChecked()
  await expect(way('Comments on what is yours: in weft')).toBeChecked()
})
