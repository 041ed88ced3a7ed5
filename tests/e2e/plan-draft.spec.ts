import type { Page } from '@playwright/test'
import { invite } from './guest.ts'
import { interactions } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { heard, openSession, records, ritual, sit } from './planning.ts'

const budgets = { join: 3, joinMs: 10_000, draft: 12 } as const
const lines = [
  'Partners sell our audits',
  'Audits sold by partners 4 -> 12 by 31 mar @noor',
  'Launch the partner portal',
  'Partners who sell each month 2 -> 9',
] as const
const [objective, first, launch, last] = lines

/** A session of the next quarter of the sample company, in a phase; its leader sits for a node. */
async function openFor(page: Page, phase: string, nodeId: string): Promise<string> {
  const network = await openSession(page, 'Next quarter', phase)
  await sit(page, network, nodeId)
  return network
}

const plan = (page: Page) => page.getByRole('list', { name: 'Plan of the node' })

test('a lead drafts by keys in silence, over an outage; nobody reads a line before it is shown; then it is taken into the plan', async ({
  page,
  browser,
}) => {
  const network = await openFor(page, 'draft', 'sample_node_services')
  const told = heard(page)
  await page.goto(`${network}/plan`)
  await expect(page.getByText('Nobody has written yet')).toBeVisible()

  const noor = await invite(page, browser, { network, role: 'contributor', personId: 'sample_person_noor' })
  await noor.clock.install()
  await noor.goto('/join')
  const joining = interactions(noor)
  const joinedAt = performance.now()
  await joining.click(noor.getByRole('textbox', { name: 'Code' }))
  await joining.type('ABC234')
  await joining.press('Enter')
  await expect(noor.getByRole('heading', { name: 'The plan of Services' })).toBeVisible()
  joining.told('P1 join')
  expect(joining.count()).toBeLessThanOrEqual(budgets.join)
  expect(performance.now() - joinedAt).toBeLessThan(budgets.joinMs * 5)

  const person = interactions(noor)
  await person.press('o')
  await expect(noor.getByRole('textbox', { name: 'Objective' })).toBeFocused()
  await person.type(objective)
  for (const line of [first, launch]) {
    await person.press('Enter')
    await expect(noor.getByRole('textbox', { name: 'Key result' }).last()).toBeFocused()
    await person.type(line)
  }
  await expect(page.getByText('1 person has written')).toBeVisible()
  await noor.context().setOffline(true)
  await person.press('Enter')
  await person.type(last.slice(0, 12))
  await expect(noor.getByText('yours is kept here and on its way')).toBeVisible()
  await noor.clock.fastForward('03:00')
  await noor.keyboard.type(last.slice(12))
  await expect(noor.getByRole('textbox', { name: 'Key result' }).last()).toHaveValue(last)
  person.told('P1 an objective and three key results')
  expect(person.count()).toBeLessThanOrEqual(budgets.draft)
  await noor.context().setOffline(false)
  await expect(noor.getByText('yours is kept here and on its way')).toHaveCount(0, { timeout: 25_000 })

  const payloads = await told()
  for (const line of lines) {
    expect(payloads).not.toContain(line)
    expect(await page.content()).not.toContain(line)
  }
  await noor.keyboard.press('ControlOrMeta+Enter')
  const drafts = page.getByRole('region', { name: 'What we drafted' })
  await expect(drafts.getByRole('listitem').filter({ hasText: last })).toBeVisible()
  const room = await (await page.request.get(`/api/v1/networks${network}/rituals/${ritual}/room`)).json()
  const [written] = room.questions.find(({ question }: { question: string }) => question === 'draft:sample_node_services').open
  expect(written.body.lines.map(({ text }: { text: string }) => text)).toEqual(lines)
  await expect(drafts.getByRole('heading', { name: 'Noor Haddad' })).toBeVisible()
  await expectAccessible(page)

  await noor.keyboard.press('Escape')
  await expect(noor.getByRole('region', { name: 'What we drafted' })).toBeVisible()
  await noor.keyboard.press('Shift+T')
  await expect(plan(page)).toContainText('Audits sold by partners')
  await expect(plan(page)).toContainText('This is something to make. What changes for somebody once it is there?')
  await expect(drafts).toContainText('all of it is in the plan')
  const [taken] = (await records(page, network, 'objectives')).filter(({ title }) => title === objective)
  const keyResults = (await records(page, network, 'key-results')).filter(({ objectiveId }) => objectiveId === taken?.['id'])
  expect(keyResults.map(({ title }) => title)).toEqual(['Audits sold by partners', launch, 'Partners who sell each month'])
  expect(keyResults[0]).toMatchObject({ ownerId: 'sample_person_noor', metric: { baseline: 4, target: 12 } })
  await noor.context().close()
})

test('what is written offline while the drafts are shown stays on the page, and can still be taken', async ({ page }) => {
  const network = await openFor(page, 'draft', 'sample_node_products')
  await page.goto(`${network}/plan`)
  await expect(page.getByText('Nobody has written yet')).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.getByRole('textbox', { name: 'Objective' })).toBeFocused()
  await page.keyboard.type(objective)
  await expect(page.getByText('1 person has written')).toBeVisible()
  await expect(page.getByText('yours is kept here and on its way')).toHaveCount(0)
  await page.context().setOffline(true)
  await page.keyboard.press('Enter')
  await page.keyboard.type(first)
  const shown = await page.request.post(`/api/v1/networks${network}/rituals/${ritual}/reveal`, { data: { question: 'draft:sample_node_products' } })
  expect(shown.ok(), await shown.text()).toBe(true)
  await page.context().setOffline(false)
  await expect(page.getByRole('heading', { name: /^Only you see these/ })).toBeVisible({ timeout: 25_000 })
  await page.getByRole('button', { name: `Take “${first}”` }).click()
  await expect(plan(page)).toContainText('Audits sold by partners')
})

test('before it begins: one key grades, one carries; in the context a question is asked and answered; the room looks back', async ({ page }) => {
  const network = await openFor(page, 'lobby', 'sample_node_products')
  await page.goto(`${network}/plan`)
  const results = page.getByRole('list', { name: 'Key results of This quarter' })
  await expect(results).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('8')
  await expect(results.getByRole('button', { name: '0.8', pressed: true })).toBeVisible()
  await page.keyboard.press('Shift+K')
  await expect(plan(page)).toContainText('Shipments with an alert in under two minutes')
  const carried = (await records(page, network, 'key-results')).find(({ carriedFromId }) => carriedFromId !== null)
  expect(carried).toMatchObject({ grade: null, title: 'Shipments with an alert in under two minutes' })

  await page.keyboard.press('ArrowRight')
  const questions = page.getByRole('region', { name: 'Questions' })
  await expect(questions).toBeVisible()
  await page.getByRole('textbox', { name: 'Add a priority' }).fill('Keep every client through winter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Three priorities' })).toContainText('Keep every client through winter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('q')
  await expect(questions.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('What about the warehouses?')
  await page.keyboard.press('Enter')
  await questions.getByRole('checkbox', { name: 'What about the warehouses?' }).check()
  await expect(questions).toContainText('all answered')
  await expectAccessible(page)

  await questions.getByRole('checkbox').blur()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('textbox', { name: 'What did we learn?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'What did we learn?' }).fill('Cold stores need a walk first')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'One learning' })).toContainText('Cold stores need a walk first')
})
