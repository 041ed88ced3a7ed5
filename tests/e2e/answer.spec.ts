import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { keyFor, secretFileOf } from '../../lib/server/auth/secret.ts'
import { answerDays, makeAnswerLinks } from '../../lib/server/outbox/answer-links.ts'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import type { WeftServer } from './weft-server.ts'

const lead = { personId: 'sample_person_kateryna', name: 'Kateryna Shevchenko' }
const what = 'Price list for audit services'

/** The ask of the sample that waits for Finance, in the hands of its lead: where it is read, and the links of a mail about it. */
async function asked(owner: Page, browser: Browser, weft: WeftServer) {
  const network = await makeNetwork(owner, 'sample')
  await owner.goto(network)
  await (await invite(owner, browser, { network, role: 'contributor', ...lead })).context().close()
  const first = async (path: string) => (await (await owner.request.get(`/api/v1/networks${network}/${path}`)).json()).items[0]
  const need = await first(`dependencies?what=${encodeURIComponent(what)}`)
  const moves = `promise-moves?dependencyId=${need.id}&sort=-at`
  const { id: after } = await first(moves)
  const links = makeAnswerLinks(keyFor(readFileSync(secretFileOf(weft.databaseUrl, 'secret'), 'utf8').trim(), 'answer links'))
  const expiresAt = new Date(Date.now() + answerDays * 86_400_000)
  const { id: networkId } = (await (await owner.request.get(`/api/v1/networks${network}`)).json()).item
  const linkFor = (move: 'promise' | 'decline' | 'counter') =>
    `/answer/${links.sign({ networkId, dependencyId: need.id, personId: lead.personId, move, after, expiresAt })}`
  return { linkFor, lastMove: () => first(moves), state: async () => (await first(`dependencies?what=${encodeURIComponent(what)}`)).state }
}

/** Somebody who reads their mail where they are not signed in. */
async function mailReader(browser: Browser, weft: WeftServer, hasScripts = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: weft.url, storageState: { cookies: [], origins: [] }, javaScriptEnabled: hasScripts })
  return await context.newPage()
}

test('a link from a mail promises as its page opens, once, and is taken back and given again there', async ({ page, browser, weft }) => {
  const { linkFor, lastMove, state } = await asked(page, browser, weft)
  const reader = await mailReader(browser, weft)
  await reader.goto(linkFor('promise'))
  await expect(reader.getByRole('heading', { level: 1, name: 'Done' })).toBeVisible()
  await expect(reader.getByRole('main').getByRole('status')).toHaveText(`${lead.name} promised Services “${what}”.`)
  await expectAccessible(reader)
  expect(await state()).toBe('promised')
  const made = await lastMove()
  expect(made).toMatchObject({ move: 'promise', personId: lead.personId })

  await reader.reload()
  await expect(reader.getByRole('heading', { level: 1, name: 'Done' })).toBeVisible()
  expect((await lastMove()).id).toBe(made.id)

  await reader.getByRole('button', { name: /^Undo/ }).click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Taken back' })).toBeVisible()
  await expectAccessible(reader)
  expect(await state()).toBe('requested')
  await reader.getByRole('button', { name: 'Promise after all' }).click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Done' })).toBeVisible()
  expect(await state()).toBe('promised')
  await reader.context().close()
})

test('a link that declines asks why before anything is answered, and the other link is over then', async ({ page, browser, weft }) => {
  const { linkFor, lastMove, state } = await asked(page, browser, weft)
  const reader = await mailReader(browser, weft)
  await reader.goto(linkFor('decline'))
  await expect(reader.getByRole('heading', { level: 1, name: 'Decline' })).toBeVisible()
  await expectAccessible(reader)
  await reader.getByRole('button', { name: 'Decline' }).click()
  await expect(reader.getByRole('textbox', { name: 'Why' })).toHaveAttribute('aria-invalid', 'true')
  expect(await state()).toBe('requested')
  await reader.getByRole('textbox', { name: 'Why' }).fill('Prices change in spring')
  await reader.getByRole('button', { name: 'Decline' }).click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Done' })).toBeVisible()
  expect(await lastMove()).toMatchObject({ move: 'decline', reason: 'Prices change in spring', personId: lead.personId })

  await reader.goto(linkFor('promise'))
  await expect(reader.getByRole('heading', { level: 1, name: 'This link does not answer anything any more' })).toBeVisible()
  expect(await state()).toBe('declined')
  await reader.context().close()
})

test('NO68: a link that counters opens on the terms, keeps what was typed and answers without signing in', async ({ page, browser, weft }) => {
  const { linkFor, lastMove, state } = await asked(page, browser, weft)
  const reader = await mailReader(browser, weft)
  await reader.goto(linkFor('counter'))
  await expect(reader.getByRole('heading', { level: 1, name: 'Counter' })).toBeVisible()
  await expectAccessible(reader)
  await reader.getByRole('button', { name: 'Counter' }).click()
  await expect(reader.getByText('nothing differs yet')).toBeVisible()
  await reader.getByRole('textbox', { name: 'What', exact: true }).fill('Price list for audits only')
  await reader.getByRole('textbox', { name: 'A few words (optional)' }).fill('The rest follows in summer')
  await reader.route('**/api/v1/answers/**', (route) => route.abort('connectionreset'), { times: 1 })
  await reader.getByRole('button', { name: 'Counter' }).click()
  await expect(reader.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(reader.getByRole('textbox', { name: 'What', exact: true })).toHaveValue('Price list for audits only')
  expect(await state()).toBe('requested')
  await reader.getByRole('button', { name: 'Counter' }).click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Done' })).toBeVisible()
  expect(await lastMove()).toMatchObject({
    move: 'counter',
    terms: { what: 'Price list for audits only' },
    reason: 'The rest follows in summer',
    personId: lead.personId,
  })
  await reader.context().close()
})

test('a program that only fetches a link answers nothing', async ({ page, browser, weft }) => {
  const { linkFor, state } = await asked(page, browser, weft)
  const scanner = await mailReader(browser, weft, false)
  const fetched = await scanner.request.get(linkFor('promise'))
  expect(await fetched.text()).toContain('This page answers only where scripts run')
  await scanner.goto(linkFor('promise'))
  await expect(scanner.getByRole('heading', { level: 1, name: 'Your answer' })).toBeVisible()
  expect(await state()).toBe('requested')
  await scanner.context().close()
})

test('an answer link that is wrong says so plainly, and leads to signing in', async ({ page }) => {
  await page.goto('/answer/nothing-that-was-ever-sent')
  await expect(page.getByRole('heading', { level: 1, name: 'This link does not answer anything any more' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
})
