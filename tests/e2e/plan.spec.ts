import type { Browser, Locator, Page } from '@playwright/test'
import { everythingFetched } from './fetched.ts'
import { invite } from './guest.ts'
import { interactions, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { clientsOf } from './room-clients.ts'

const ritual = 'ritual_plan'
const budgets = { ask: 6, agree: 1, counter: 4, commit: 2 } as const
/** how many times as long an ask may take to be seen with forty people as with four; and at most, in ms, on a slow machine */
const slower = { ratio: 12, most: 5_000 } as const
const why = 'The partner has no test system before spring'

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const row = (page: Page, name: string, what: string | RegExp) => column(page, name).getByRole('button').filter({ hasText: what }).first()
const answers = (page: Page) => page.getByRole('group', { name: 'What you can do' })

async function command(page: Page, network: string, ...commands: readonly { name: string; input: object }[]): Promise<void> {
  const answer = await page.request.post(`/api/v1/networks${network}/commands`, { data: { commands } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

async function records(page: Page, network: string, kind: string): Promise<Record<string, unknown>[]> {
  return (await (await page.request.get(`/api/v1/networks${network}/${kind}?limit=200`)).json()).items
}

/** A session of the running quarter of the sample company, in the market. */
async function openMarket(page: Page): Promise<string> {
  const network = await makeNetwork(page, 'sample')
  const cycle = (await records(page, network, 'cycles')).find(({ name }) => name === 'This quarter')
  await command(page, network, { name: 'ritual.open', input: { id: ritual, kind: 'plan', cycleId: cycle?.['id'], code: 'ABC234' } })
  await move(page, network, 'market')
  return network
}

async function move(page: Page, network: string, phase: string): Promise<void> {
  await command(page, network, { name: 'ritual.move', input: { id: ritual, phase } })
}

type Lead = { readonly network: string; readonly personId: string; readonly nodeId: string }

/** Sits down in the session, for a node or for none. */
async function sit(page: Page, network: string, nodeId: string | null): Promise<void> {
  const seat = await page.request.put(`/api/v1/networks${network}/rituals/${ritual}/seat`, { data: { nodeId } })
  expect(seat.ok(), await seat.text()).toBe(true)
}

/** A lead with an account, in a browser of their own, seated for their node, with the market on the screen. */
async function lead(owner: Page, browser: Browser, { network, personId, nodeId }: Lead): Promise<Page> {
  const page = await invite(owner, browser, { network, role: 'contributor', personId })
  await sit(page, network, nodeId)
  await page.goto(`${network}/plan`)
  await expect(column(page, 'We need')).toBeVisible()
  return page
}

/** Asks by keys alone, and says when Enter was pressed. */
async function ask(page: Page, whom: string, what: string) {
  const person = interactions(page)
  await person.press('n')
  await expect(page.getByRole('combobox', { name: 'Whom do you need?' })).toBeFocused()
  await person.type(whom)
  await person.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What do you need?' })).toBeFocused()
  await person.type(what)
  const atMs = Date.now()
  await person.press('Enter')
  return { atMs, count: person.count() }
}

/** The moment at which a text comes onto a screen, as that screen saw it. */
function seenAt(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.textContent.includes(wanted)) return false
          resolve(Date.now())
          return true
        }
        if (look()) return
        const watcher = new MutationObserver(() => look() && watcher.disconnect())
        watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    text,
  )
}

/** How long asks of one lead take to the screen of the other: the longest of a few, in ms. */
async function slowest(from: Page, to: Page, words: readonly string[]): Promise<number> {
  let longest = 0
  for (const word of words) {
    const seen = seenAt(to, word)
    const { atMs } = await ask(from, 'Finance', word)
    longest = Math.max(longest, (await seen) - atMs)
    await expect(from.getByRole('combobox', { name: 'Whom do you need?' })).toHaveCount(0)
  }
  return longest
}

/** A line that is slow, and loses one request of a hundred. */
async function remote(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: -1, uploadThroughput: -1 })
  let requests = 0
  await page.route('**/api/v1/**', (route) => {
    requests += 1
    return requests % 100 === 50 ? route.abort('connectionreset') : route.fallback()
  })
}

/** Collects what a browser is told by the server, as text. */
function heard(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.url().includes('/events')) return
    bodies.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(bodies)).join('\n')
}

async function chosen(line: Locator): Promise<void> {
  await line.click()
  await expect(line).toHaveAttribute('aria-current', 'true')
}

test('P1: forty people plan a quarter: ask, counter, agree, a ring, votes under seal, commit', async ({ page, browser }) => {
  test.setTimeout(150_000)
  const network = await openMarket(page)
  await page.goto(`${network}/plan`)
  await expect(page.getByRole('region', { name: 'Asks without an answer' })).toBeVisible()
  const leadA = await lead(page, browser, { network, personId: 'sample_person_noor', nodeId: 'sample_node_services' })
  const leadB = await lead(page, browser, { network, personId: 'sample_person_kateryna', nodeId: 'sample_node_finance' })
  await remote(leadB)
  const phone = await invite(page, browser, { network, role: 'contributor', name: 'Cara Contributor' })
  for (const each of [page, phone]) await sit(each, network, null)
  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.goto(`${network}/plan`)

  const idle = await slowest(leadA, leadB, ['Ledger for audits', 'Forecast of winter', 'Template of offers'])
  const nodeIds = (await records(page, network, 'nodes')).map(({ id }) => String(id))
  const clients = await clientsOf(page, { network, ritual, nodeIds }, 36)
  const busy = clients.map((client, at) => client.note(`A thought of client ${at + 1}`))
  const asking = slowest(leadA, leadB, ['Budget for a second van', 'Tax advice for Norway', 'Margin of each service'])
  await Promise.all(busy)
  const loaded = await asking
  expect(loaded).toBeLessThan(Math.max(slower.most, idle * slower.ratio))

  const { count } = await ask(leadA, 'Finance', 'Cost report of the field crew by fri')
  expect(count).toBeLessThanOrEqual(budgets.ask)
  const asked = row(leadB, 'Others need from us', 'Cost report of the field crew')
  await expect(asked).toBeVisible()
  await chosen(asked)
  const countering = interactions(leadB)
  await countering.press('c')
  await expect(leadB.getByRole('textbox', { name: 'By when' })).toBeFocused()
  await countering.type('in 5 weeks')
  await countering.press('Enter')
  expect(countering.count()).toBeLessThanOrEqual(budgets.counter)
  const countered = row(leadA, 'We need', 'Cost report of the field crew')
  await expect(countered).toContainText('too late')
  await chosen(countered)
  await expect(answers(leadA).getByRole('button', { name: 'Accept the counter' })).toBeVisible()
  const agreeing = interactions(leadA)
  await agreeing.press('y')
  await expect(column(leadB, 'Others need from us').locator('[data-group=agreed]')).toContainText('Cost report of the field crew')
  expect(agreeing.count()).toBeLessThanOrEqual(budgets.agree)

  await move(page, network, 'fit')
  await expect(page.getByRole('list', { name: 'Findings' })).toBeVisible()
  const needs = await records(page, network, 'dependencies')
  const tied = needs.find(({ supplierKeyResultId, state }) => supplierKeyResultId !== null && state === 'promised')
  const back = { consumerKeyResultId: tied?.['supplierKeyResultId'], supplierKeyResultId: tied?.['consumerKeyResultId'] }
  const ring = page.getByRole('list', { name: 'Findings' }).getByRole('listitem').filter({ hasText: 'Waiting in a ring' })
  await command(page, network, {
    name: 'dependency.create',
    input: { id: 'dependency_ring', ...back, what: 'The other way round', strength: 1, state: 'requested' },
  })
  await expect(ring).toBeVisible()
  await ring.getByRole('button').first().click()
  await ring.getByRole('button', { name: /^Drop the need/ }).click()
  await expect(ring).toHaveCount(0)

  const others = [heard(page), heard(leadA), heard(phone)]
  await move(page, network, 'vote')
  const voters = [leadA, leadB, phone, page]
  for (const voter of voters) await expect(voter.getByRole('group', { name: /How sure are you/ })).toBeVisible()
  await leadB.keyboard.press('2')
  await leadB.getByRole('textbox', { name: /What would make it a 3/ }).fill(why)
  await leadB.keyboard.press('Enter')
  await expect(leadB.getByRole('button', { name: 'Kept' })).toBeVisible()
  await leadA.keyboard.press('4')
  await phone.getByRole('button', { name: /^5/ }).click()
  await Promise.all(clients.slice(0, 35).map((client, at) => client.vote(at % 4 === 0 ? 3 : 4)))
  await expect(page.getByText('38 of 40')).toBeVisible()
  for (const other of others) expect(await other()).not.toContain(why)
  for (const other of [page, leadA, phone]) {
    expect(await other.content()).not.toContain(why)
    await expect(other.getByText('How sure we are')).toHaveCount(0)
  }
  await page.keyboard.press('3')
  await clients.at(-1)?.vote(4)
  await expect(page.getByRole('heading', { name: 'How sure we are' })).toBeVisible()
  await expect(leadA.getByRole('img', { name: /^Finance: mean/ })).toBeVisible()
  await expect(leadA.getByText(why)).toBeVisible()
  await expectAccessible(leadA)

  await move(page, network, 'commit')
  const button = page.getByRole('button', { name: /Commit the plan/ })
  await expect(button).toBeDisabled()
  const open = page.getByRole('region', { name: 'Open needs' }).getByRole('button', { name: 'Take it on' })
  for (let left = await open.count(); left > 0; left -= 1) {
    await expect(open).toHaveCount(left)
    await page.keyboard.press('o')
    await expect(open).toHaveCount(left - 1)
  }
  const committing = interactions(page)
  await committing.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Planning/ })).toBeVisible()
  expect(committing.count()).toBeLessThanOrEqual(budgets.commit)
  const table = page.getByRole('region', { name: /^Promises .*table/ })
  const promised = (await records(page, network, 'dependencies')).filter(
    ({ state, consumerKeyResultId }) => ['promised', 'delivered', 'accepted'].includes(String(state)) && consumerKeyResultId !== null,
  )
  await expect(table.getByRole('row')).toHaveCount(promised.length + 1)
  for (const { what } of promised.slice(0, 5)) await expect(table).toContainText(String(what))
  await expectAccessible(page)

  for (const client of clients) client.stop()
  for (const each of [leadA, leadB, phone]) await each.context().close()
})

test('P5: the server dies in the market and comes back: what was said is there, and the page goes on by itself', async ({ page, browser, weft }) => {
  test.slow()
  const network = await openMarket(page)
  await page.goto(`${network}/plan`)
  const leadA = await lead(page, browser, { network, personId: 'sample_person_noor', nodeId: 'sample_node_services' })
  const leadB = await lead(page, browser, { network, personId: 'sample_person_kateryna', nodeId: 'sample_node_finance' })
  await ask(leadA, 'Finance', 'Ledger for audits')
  await expect(row(leadB, 'Others need from us', 'Ledger for audits')).toBeVisible()
  await everythingFetched(leadB)
  await weft.kill()
  await expect(leadB.getByText('Not connected').first()).toBeVisible()
  await chosen(row(leadB, 'Others need from us', 'Ledger for audits'))
  await leadB.keyboard.press('y')
  await expect(column(leadB, 'Others need from us').locator('[data-group=agreed]')).toContainText('Ledger for audits')
  await weft.again()
  await expect(leadB.getByText('Connected again. Everything is saved.')).toBeVisible({ timeout: 25_000 })
  await expect(column(leadA, 'We need').locator('[data-group=agreed]')).toContainText('Ledger for audits')
  const need = (await records(page, network, 'dependencies')).find(({ what }) => what === 'Ledger for audits')
  expect(need?.['state']).toBe('promised')
  for (const each of [leadA, leadB]) await each.context().close()
})

test('an ask that is to be talked about stands with both names on the list of who leads', async ({ page, browser }) => {
  const network = await openMarket(page)
  await page.goto(`${network}/plan`)
  const finance = await lead(page, browser, { network, personId: 'sample_person_kateryna', nodeId: 'sample_node_finance' })
  await chosen(row(finance, 'Others need from us', 'Price list for audit services'))
  await expectAccessible(finance)
  await finance.keyboard.press('t')
  await expect(page.getByRole('region', { name: 'Let us talk' })).toContainText('Ana Lind and Kateryna Shevchenko')
  await expectAccessible(page)
  await finance.context().close()
})
