import type { Page } from '@playwright/test'
import { invite } from './guest.ts'
import { interactions, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const budget = 12

async function records(page: Page, network: string, kind: string): Promise<Record<string, unknown>[]> {
  return (await (await page.request.get(`/api/v1/networks${network}/${kind}?limit=200`)).json()).items
}

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

test.describe('over a coffee', () => {
  test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } })

  test('two agree in twelve interactions: an exchange, a promise that is asked, a draft objective and a new node', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    await page.goto(`${network}/outline`)
    await expect(page.getByRole('treegrid')).toBeVisible()
    const person = interactions(page)
    await person.press('g')
    await person.press('f')
    await expect(page.getByRole('combobox', { name: 'With whom?' })).toBeFocused()
    await person.type('Northwind Labs')
    await person.press('Tab')
    await expect(field(page, /Whose job/)).toBeFocused()
    await person.type('A clinic wants its results on the day')
    await person.press('Tab')
    await person.type('Test slots -> Feedback from clinics')
    await person.press('Tab')
    await person.type('40 + 25 -> 90')
    await expect(page.getByText('Worth it.')).toBeVisible()
    await person.press('Tab')
    await person.type('A test account by 31 mar')
    await expectAccessible(page, 'main')
    await person.press('Enter')
    await expect(page.getByRole('heading', { name: 'Agreed with Northwind Labs' })).toBeVisible()
    expect(person.count()).toBeLessThanOrEqual(budget)

    const node = (await records(page, network, 'nodes')).find(({ name }) => name === 'Northwind Labs')
    expect(node).toMatchObject({ kind: 'external' })
    const exchanges = (await records(page, network, 'exchanges')).map(({ deliverable }) => deliverable)
    expect(exchanges).toEqual(expect.arrayContaining(['Test slots', 'Feedback from clinics']))
    const asked = (await records(page, network, 'dependencies')).find(({ what }) => what === 'A test account')
    expect(asked).toMatchObject({ state: 'requested', supplierNodeId: node?.['id'], neededOn: expect.stringMatching(/-03-31$/) })
    expect((await records(page, network, 'objectives')).map(({ title }) => title)).toContain('A clinic wants its results on the day')
    await page.getByRole('link', { name: 'What was agreed, to be sent' }).click()
    await expect(page.getByRole('heading', { name: /^Coffee of .* and Northwind Labs$/ })).toBeVisible()
    const answers = page.getByRole('main').getByRole('listitem')
    await expect(answers.filter({ hasText: 'Promised first' })).toHaveText(/A test account \(asked of Northwind Labs\) · by 31 Mar/)
    await expect(answers.filter({ hasText: 'Alone and together' })).toContainText('Northwind Labs alone 25, together 90')
    await expectAccessible(page, 'main')
    await page.getByRole('button', { name: '← All coffees' }).click()
    await expect(page.getByRole('region', { name: 'Past coffees' }).getByRole('listitem')).toHaveCount(1)
    await page.getByRole('region', { name: 'Past coffees' }).getByRole('button').click()
    await expect(answers.filter({ hasText: 'Promised first' })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await records(page, network, 'nodes')).some(({ name }) => name === 'Northwind Labs')).toBe(false)
  })

  test('who may not plan for the partner asks the partner, and is told so', async ({ page, browser }) => {
    const network = await makeNetwork(page, 'sample')
    await page.goto(network)
    const [node] = await records(page, network, 'nodes')
    const other = (await records(page, network, 'nodes')).find(({ name }) => name === 'Finance')
    const people = await records(page, network, 'participations')
    const lead = people.find(({ nodeId, personId, teamId }) => nodeId !== other?.['id'] && personId && !teamId)
    expect(node).toBeDefined()
    const personId = String(lead?.['personId'])
    const isOfFinance = people.some((each) => each['personId'] === personId && each['nodeId'] === other?.['id'])
    expect(isOfFinance).toBe(false)
    const guest = await invite(page, browser, { network, role: 'contributor', personId })
    await guest.goto(`${network}/coffee`)
    await guest.getByRole('combobox', { name: 'With whom?' }).fill('Finance')
    await expect(guest.getByText('You do not plan for Finance, so this is asked of them.')).toBeVisible()
    await field(guest, /Whose job/).fill('A client pays without a letter')
    await field(guest, /What does each give/).fill('Signed contracts')
    await field(guest, /promised first/).fill('One invoice by e-mail')
    await field(guest, /worth alone/).fill('1,200 + 300 -> 2,000')
    await expect(guest.getByText('Read as ours 1,200, theirs 300, together 2,000')).toBeVisible()
    await guest.reload()
    await expect(field(guest, /promised first/)).toHaveValue('One invoice by e-mail')
    await guest.getByRole('button', { name: 'Agree' }).click()
    await expect(guest.getByRole('heading', { name: 'Agreed with Finance' })).toBeVisible()
    const asked = async () => (await records(page, network, 'dependencies')).find(({ what }) => what === 'One invoice by e-mail')
    await expect.poll(asked).toMatchObject({ state: 'requested', supplierNodeId: other?.['id'] })
    await expectAccessible(guest, 'main')
  })
})
