import type { Page } from '@playwright/test'
import { keysOnly } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { ask, chosen, column, command, commitPlan, finance, move, openSession, records, row, services, sit } from './planning.ts'

const phases = (page: Page) => page.getByRole('navigation', { name: 'Phases' })
const phase = (page: Page, name: string) => phases(page).locator('[aria-current=step]').filter({ hasText: name })

/** Where the room is in the session: which of all parts of the page are the current ones. */
function places(page: Page): Promise<string> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    return [...document.querySelectorAll('[aria-current]')].map((each) => `${all.indexOf(each)} ${each.textContent}`).join('\n')
  })
}

/** Waits until the room is elsewhere and stays there: what a key does is shown in more than one step. */
async function settle(page: Page, before: string): Promise<void> {
  let last = ''
  const isSettled = async () => {
    const [now, seen] = [await places(page), last]
    last = now
    return now !== before && now === seen
  }
  await expect.poll(isSettled, { intervals: [200] }).toBe(true)
}

/** Goes on by one key until a phase is reached, through whatever the phases before have to walk through. */
async function goOnTo(page: Page, name: string): Promise<number> {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await phase(page, name).count()) === 1) return presses
    const before = await places(page)
    await page.keyboard.press('ArrowRight')
    await settle(page, before)
  }
  throw new Error(`the session did not come to ${name} by going on`)
}

test('PL92: a session is led by keys alone through its nine phases; a risk has four answers; a reason goes with its number; who doubts votes again', async ({
  page,
}) => {
  test.slow()
  const network = await openSession(page, 'This quarter', 'lobby')
  await sit(page, network, 'sample_node_products')
  await page.goto(`${network}/plan`)
  await keysOnly(page)
  await expect(phase(page, 'Lobby')).toBeVisible()
  for (const name of ['Context', 'Look back', 'Draft', 'Market', 'Fit check']) await goOnTo(page, name)
  await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible()
  expect(await goOnTo(page, 'Read-out')).toBeGreaterThan(1)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(phase(page, 'Fit check')).toBeVisible()
  await goOnTo(page, 'Read-out')

  const risks = page.getByRole('region', { name: 'Risks' })
  await expect(risks).toBeVisible()
  await page.keyboard.press('n')
  await expect(risks.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('The lab is full until June')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(risks.getByRole('group', { name: /The lab is full/ })).toBeVisible()
  for (const [key, word] of Object.entries({ r: 'Resolved', o: 'Owned', a: 'Accepted', m: 'Mitigated' })) {
    await page.keyboard.press(key)
    await expect(risks.getByRole('button', { name: word, pressed: true })).toBeVisible()
  }
  await expectAccessible(page)
  await goOnTo(page, 'Vote')
  await expect(page.getByRole('group', { name: /How sure are you/ })).toBeVisible()
  await page.getByRole('textbox', { name: /What could still go wrong/ }).focus()
  await page.keyboard.type('The lab closes in May')
  await page.getByRole('button', { name: /^2/ }).focus()
  await page.keyboard.press('2')
  await expect(page.getByRole('textbox', { name: /What would make it a 3/ })).toHaveValue('The lab closes in May')
  await expect(page.getByRole('button', { name: 'Kept' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Show the votes/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Together we give the plan 2.0 of 5')).toBeVisible()
  await page.keyboard.press('r')
  await expect(phase(page, 'Fit check')).toBeVisible()
  await move(page, network, 'vote')
  await expect(page.getByText('Together we give the plan 2.0 of 5')).toBeVisible()
  await page.keyboard.press('v')
  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: /^4/, pressed: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Together we trust the plan')).toBeVisible()
  await expectAccessible(page)
  await goOnTo(page, 'Commit')
  await expectAccessible(page)
})

test('TO13: a press on a text takes no key away from a session', async ({ page }) => {
  const network = await openSession(page, 'This quarter', 'context')
  await page.goto(`${network}/plan`)
  await page.getByRole('region', { name: 'Questions' }).getByRole('heading').first().click()
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(phase(page, 'Look back')).toBeVisible()
})

test('TO7: what is being typed when the room goes on stands in its field again; a day is typed digit by digit', async ({ page }) => {
  const network = await openSession(page, 'This quarter', 'context')
  await page.goto(`${network}/plan`)
  const question = page.getByRole('textbox', { name: 'Ask a question' })
  await question.fill('Who pays for the second sensor, and')
  await move(page, network, 'lookBack')
  await expect(question).toBeHidden()
  await move(page, network, 'context')
  await expect(question).toHaveValue('Who pays for the second sensor, and')
  await question.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Who pays for the second sensor, and' })).toBeVisible()
  await page.reload()
  await expect(question).toHaveValue('')

  await move(page, network, 'lobby')
  const day = page.getByLabel('Day of the session')
  await day.focus()
  await page.keyboard.type('12122026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Calendar (.ics)' })).toBeVisible()
  await expect(day).toHaveValue('2026-12-12')
  const begins = page.getByLabel('Begins at')
  await begins.fill('13:30')
  await begins.press('Enter')
  await expect(page.getByText(/^Three hours, until 16:30 by the clocks of/)).toBeVisible()
  await day.fill('')
  await day.press('Enter')
  await expect(page.getByRole('button', { name: 'Calendar (.ics)' })).toBeHidden()
})

test('in the market one key declines, one merges and one talks', async ({ page, browser }) => {
  const network = await openSession(page, 'This quarter', 'market')
  await page.goto(`${network}/plan`)
  const [taker, giver] = await Promise.all([services(page, browser, network), finance(page, browser, network)])
  await expect(column(taker, 'We need')).toBeVisible()
  for (const what of ['Ledger of all audits in spring', 'A ledger of all audits in spring']) {
    await ask(taker, 'Finance', what)
    await expect(row(taker, 'We need', what)).toBeVisible()
  }
  await chosen(row(taker, 'We need', 'A ledger of all audits in spring'))
  await expect(taker.getByText('You ask for about the same twice')).toBeVisible()
  await taker.keyboard.press('m')
  await expect(row(taker, 'We need', 'A ledger of all audits in spring')).toHaveCount(0)
  await expect(row(taker, 'We need', 'Ledger of all audits in spring')).toBeVisible()

  await chosen(row(giver, 'Others need from us', 'Ledger of all audits in spring'))
  await expectAccessible(giver)
  await giver.keyboard.press('t')
  const talks = page.getByRole('region', { name: 'Let us talk' })
  await expect(talks).toContainText('Noor Haddad and Kateryna Shevchenko')
  await expectAccessible(page)
  await giver.keyboard.press('x')
  await expect(giver.getByRole('textbox', { name: /Why|Reason/ })).toBeFocused()
  await giver.keyboard.type('Nobody is free before June')
  await giver.keyboard.press('Enter')
  await expect(row(taker, 'We need', 'Ledger of all audits in spring')).toContainText(/declined/i)
  await Promise.all([taker, giver].map((each) => each.context().close()))
})

test('PL91: what is asked while the next quarter is planned is of the next quarter, and stands in its market at once', async ({ page, browser }) => {
  const network = await openSession(page, 'Next quarter', 'market')
  const next = (await records(page, network, 'cycles')).find(({ name }) => name === 'Next quarter')
  const objective = { id: 'objective_next', nodeId: 'sample_node_services', cycleId: next?.['id'], title: 'Sell audits' }
  const keyResult = { id: 'keyResult_next', objectiveId: objective.id, title: 'Ten audits sold', metric: { kind: 'boolean', current: 0 } }
  await command(page, network, { name: 'objective.create', input: objective }, { name: 'keyResult.create', input: keyResult })
  await page.goto(`${network}/plan`)
  const [taker, giver] = await Promise.all([services(page, browser, network), finance(page, browser, network)])
  await expect(column(taker, 'We need')).toBeVisible()
  await ask(taker, 'Finance', 'A price model for audits')
  await expect(row(taker, 'We need', 'A price model for audits')).toContainText('Ten audits sold')
  await expect(row(giver, 'Others need from us', 'A price model for audits')).toBeVisible()
  const asked = (await records(page, network, 'dependencies')).find(({ what }) => what === 'A price model for audits')
  expect([asked?.['consumerKeyResultId'], String(asked?.['neededOn']) >= String(next?.['startsOn'])]).toEqual([keyResult.id, true])
  await Promise.all([taker, giver].map((each) => each.context().close()))
})

test('in the end who leads a node signs by one key, and who is in the room sees what was committed', async ({ page, browser }) => {
  const network = await openSession(page, 'This quarter', 'commit')
  await page.goto(`${network}/plan`)
  const taker = await services(page, browser, network)
  await expect(taker.getByRole('button', { name: /^Sign for Services/ })).toBeVisible()
  await taker.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('region', { name: 'Signatures' })).toContainText('✓ Noor Haddad')
  await commitPlan(page, network)
  await expect(taker.getByRole('heading', { name: 'Plan against actual' })).toBeVisible()
  await expectAccessible(taker)
  await taker.context().close()
})
