import type { Browser, Page } from '@playwright/test'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test, turnTo } from './journey.ts'

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Outline' })
const cell = (page: Page, name: string) => grid(page).getByRole('gridcell', { name, exact: true })
const map = (page: Page) => page.getByRole('document', { name: /^Value map of/ })
const here = (page: Page) => page.getByRole('group', { name: 'Who is here' })

async function openOutline(page: Page, network: string): Promise<void> {
  await page.goto(`${network}/outline`)
  await expect(grid(page)).toBeVisible()
}

/** An editor of the network in a browser of their own, who looks at the outline. */
async function joins(owner: Page, browser: Browser, network: string, name: string): Promise<Page> {
  const page = await invite(owner, browser, { network, role: 'editor', name })
  await openOutline(page, network)
  return page
}

async function addObjective(page: Page, node: string, title: string): Promise<void> {
  await cell(page, node).click()
  await page.keyboard.press('o')
  await expect(page.getByRole('textbox', { name: 'New objective' })).toBeFocused()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(cell(page, title)).toBeVisible()
  await page.keyboard.press('Escape')
}

test('four people draft at once and see each other, each other’s lines and where each is', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'value-network')
  await openOutline(page, network)
  const others = await Promise.all(['Ben Okafor', 'Chloe Martin', 'Dmitri Sokolov'].map((name) => joins(page, browser, network, name)))
  const everybody = [page, ...others]
  for (const each of everybody)
    await expect(here(each).getByRole('button', { name: '3 others are here. Show who' }).or(here(each).getByText('+1'))).toBeVisible()

  const lines = [
    ['New clients', 'Clients choose us'],
    ['Talent', 'People stay'],
    ['Products', 'Products sell themselves'],
    ['Finance', 'Money lasts'],
  ] as const
  await Promise.all(lines.map(([node, title], at) => addObjective(everybody[at] ?? page, node, title)))
  for (const each of everybody) for (const [, title] of lines) await expect(cell(each, title)).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('e')
  const list = page.getByRole('dialog', { name: 'Who is here: 3 others' })
  await expect(list.getByRole('button', { name: /Chloe Martin outline/ })).toBeVisible()
  await expectAccessible(page)
  await turnTo(page, 'dark')
  await expectAccessible(page)
})

test('one sees who edits what, follows somebody, and is seen to follow', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'value-network')
  await openOutline(page, network)
  const ben = await joins(page, browser, network, 'Ben Okafor')
  await cell(ben, 'Finance').click()
  await ben.keyboard.press('F2')
  await expect(ben.getByRole('textbox', { name: 'Title of Finance' })).toBeFocused()
  await expect(grid(page).getByText('Ben Okafor is editing')).toBeVisible()
  await expect(here(page).getByRole('button', { name: /Ben Okafor, edits the name of “Finance”/ })).toBeVisible()
  await ben.keyboard.press('Escape')
  await expect(grid(page).getByText('Ben Okafor is editing')).toBeHidden()

  await here(page)
    .getByRole('button', { name: /Ben Okafor.*Follow/ })
    .click()
  await expect(page.getByText('You follow Ben Okafor', { exact: true })).toBeVisible()
  await expect(ben.getByText('Ana Lind follows you', { exact: true })).toBeVisible()
  await ben.keyboard.press('g')
  await ben.keyboard.press('m')
  await expect(page).toHaveURL(new RegExp(`${network}/map`))
  await expect(map(page)).toBeVisible()
  await map(ben)
    .getByRole('button', { name: /^Finance/ })
    .click()
  await expect(page.getByRole('complementary', { name: /Finance/ })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Escape')
  await expect(page.getByText('You follow Ben Okafor', { exact: true })).toBeHidden()
  await expect(ben.getByText('Ana Lind follows you', { exact: true })).toBeHidden()
  await ben.keyboard.press('g')
  await ben.keyboard.press('c')
  await expect(here(page).getByRole('button', { name: /Ben Okafor, chain/ })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${network}/map`))

  await ben.close()
  await expect(here(page)).toBeHidden()
})

/** Opens the panel of a node and gives the field of its name. */
async function openName(page: Page, network: string, nodeId: string) {
  await page.goto(`${network}/outline?sel=node:${nodeId}`)
  const name = page.getByRole('complementary').getByRole('textbox', { name: 'Name' })
  await expect(name).toBeVisible()
  return name
}

test('two people on one field decide in place; neither text is lost', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'value-network')
  await page.goto(`${network}/outline`)
  const { items } = await (await page.request.get(`/api/v1/networks${network}/nodes`)).json()
  const { id } = items.find(({ name }: { name: string }) => name === 'Finance')
  const ben = await invite(page, browser, { network, role: 'editor', name: 'Ben Okafor' })
  const mine = await openName(page, network, id)
  const theirs = await openName(ben, network, id)

  await theirs.fill('Money')
  await expect(page.getByRole('complementary').getByText('Ben Okafor is editing')).toBeVisible()
  await mine.fill('Finance and law')
  await theirs.press('Enter')
  const note = page.getByRole('group', { name: 'Ben Okafor changed this while you were typing' })
  await expect(note).toContainText(/Ben Okafor changed this (just now|\d+ s ago)/)
  await expect(note.getByRole('definition').filter({ hasText: 'Money' })).toBeVisible()
  await expect(note.getByRole('definition').filter({ hasText: 'Finance and law' })).toBeVisible()
  await expectAccessible(page)
  await turnTo(page, 'dark')
  await expectAccessible(page)

  await mine.press('Tab')
  await expect(note.getByRole('button', { name: 'Keep mine' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(note).toBeHidden()
  await expect(mine).toBeFocused()
  await mine.press('Enter')
  await expect(theirs).toHaveValue('Finance and law')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(theirs).toHaveValue('Money')
  await expect(mine).toHaveValue('Money')

  await mine.fill('Treasury')
  await theirs.fill('Cash')
  await theirs.press('Enter')
  await note.getByRole('button', { name: 'Take theirs' }).click()
  await expect(mine).toHaveValue('Cash')
  await expect(page.getByRole('button', { name: 'Copy mine' })).toBeVisible()
})
