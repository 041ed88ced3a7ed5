import type { Page } from '@playwright/test'
import { everythingFetched } from './fetched.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

test.use({ server: 'own' })

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Outline' })
const cell = (page: Page, name: string) => grid(page).getByRole('gridcell', { name, exact: true })

async function openOutline(page: Page, network: string): Promise<void> {
  await page.goto(`${network}/outline`)
  await expect(grid(page)).toBeVisible()
  await everythingFetched(page)
}

test('edits made while the server is away show, survive a reload and are saved when it is back', async ({ page, weft }) => {
  const network = await makeNetwork(page, 'value-network')
  await openOutline(page, network)
  await weft.kill()
  await expect(page.getByText('Not connected')).toBeVisible()

  await cell(page, 'New clients').click()
  await page.keyboard.press('k')
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type('Contracts 10 -> 20 by 31 mar')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Contracts')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Not connected · 1 change waits')).toBeVisible()

  await page.close()
  await weft.again()
  const later = await page.context().newPage()
  await later.goto(`${network}/outline`)
  await expect(later.getByText('A change that was waiting is saved.')).toBeVisible()
  await later.reload()
  await expect(cell(later, 'Contracts')).toBeVisible()
  await expect(cell(later, 'Untitled objective')).toBeVisible()
})

test('a page that stays open goes on by itself when the server is back', async ({ page, weft }) => {
  await openOutline(page, await makeNetwork(page, 'value-network'))
  await weft.kill()
  await cell(page, 'New clients').click()
  await page.keyboard.press('o')
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type('Clients stay')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not connected · 1 change waits')).toBeVisible()
  await weft.again()
  await expect(page.getByText('Connected again. Everything is saved.')).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(cell(page, 'Clients stay')).toBeVisible()
})

/** How often each text came into being in the network, as its log has it. */
async function timesMade(page: Page, network: string, titles: readonly string[]): Promise<number[]> {
  const { changeSets } = await (await page.request.get(`/api/v1/networks${network}/changes?since=0`)).json()
  const made: unknown[] = changeSets.flatMap(({ changes }: { changes: { after: { title?: string; name?: string } | null }[] }) =>
    changes.map(({ after }) => after?.title ?? after?.name),
  )
  return titles.map((title) => made.filter((each) => each === title).length)
}

test('F-10: edits of a browser that is offline survive a reload and are each applied once', async ({ page, context }) => {
  const network = await makeNetwork(page, 'value-network')
  await openOutline(page, network)
  await context.setOffline(true)
  await cell(page, 'New clients').click()
  await page.keyboard.press('o')
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type('Clients stay')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Clients stay')).toBeVisible()
  await page.keyboard.press('Escape')
  await cell(page, 'Finance').click()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Title of Finance' }).fill('Money')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not connected · 2 changes wait')).toBeVisible()

  await expect(page.reload()).rejects.toThrow()
  await context.setOffline(false)
  await page.goto(`${network}/outline`)
  await expect(page.getByText('2 changes that were waiting are saved.')).toBeVisible()
  await page.reload()
  await expect(cell(page, 'Clients stay')).toBeVisible()
  await expect(cell(page, 'Money')).toBeVisible()
  expect(await timesMade(page, network, ['Clients stay', 'Money'])).toEqual([1, 1])
})

test('an outage and a crash in the middle of typing lose no letter', async ({ page, weft }) => {
  const network = await makeNetwork(page, 'value-network')
  await openOutline(page, network)
  await cell(page, 'Finance').click()
  await page.keyboard.press('F2')
  const field = page.getByRole('textbox', { name: 'Title of Finance' })
  await field.fill('Money and ')
  await weft.kill()
  await expect(page.getByText('Not connected', { exact: true })).toBeVisible()
  await field.press('End')
  await page.keyboard.type('law')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not connected · 1 change waits')).toBeVisible()
  await cell(page, 'Talent').click()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Title of Talent' }).fill('Talent and cul')

  const later = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  await weft.again()
  await later.goto(`${network}/outline`)
  await expect(later.getByText('A change that was waiting is saved.')).toBeVisible()
  await expect(cell(later, 'Money and law')).toBeVisible()
  await expect(later.getByText('Text from before is not saved.')).toBeVisible()
  await later.getByRole('button', { name: 'Show', exact: true }).click()
  const list = later.getByRole('dialog', { name: 'Text that is not saved' })
  await expect(list).toContainText('Name of “Talent”')
  await list.getByRole('button', { name: 'Open its place' }).click()
  const offer = later.getByRole('group', { name: 'Unsaved text from before' })
  await expect(offer).toContainText('Talent and cul')
  await expectAccessible(later)
  await offer.getByRole('button', { name: 'Keep' }).click()
  const name = later.getByRole('complementary').getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveValue('Talent and cul')
  await name.press('End')
  await later.keyboard.type('ture')
  await name.press('Enter')
  await expect(cell(later, 'Talent and culture')).toBeVisible()
  await later.reload()
  await expect(cell(later, 'Talent and culture')).toBeVisible()
  await expect(offer).toBeHidden()
})
