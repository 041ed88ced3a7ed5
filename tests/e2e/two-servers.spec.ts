import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { Client } from 'pg'
import { makeNetwork } from './interactions.ts'
import { claim } from './owner.ts'
import { startWeft } from './weft-server.ts'

const postgresUrl = process.env['WEFT_TEST_POSTGRES_URL']

async function emptyDatabase(beside: string): Promise<string> {
  const name = `weft_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: beside })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end())
  return Object.assign(new URL(beside), { pathname: `/${name}` }).href
}

const cell = (page: Page, name: string) => page.getByRole('treegrid', { name: 'Outline' }).getByRole('gridcell', { name, exact: true })

/** Adds an objective below a node, as a person does. */
async function addObjective(page: Page, node: string, title: string): Promise<void> {
  await cell(page, node).click()
  await page.keyboard.press('o')
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(cell(page, title)).toBeVisible()
  await page.keyboard.press('Escape')
}

test('OP40: two servers on one database: each browser sees what the other one does; where one server dies, the other goes on', async ({
  browser,
}) => {
  // biome-ignore lint/suspicious/noSkippedTests: without PostgreSQL there are no two servers on one database
  test.skip(!postgresUrl, 'NOT RUN: WEFT_TEST_POSTGRES_URL names no PostgreSQL server')
  const env = { DATABASE_URL: await emptyDatabase(postgresUrl ?? ''), WEFT_SECRET: 'a-secret-of-tests-0123456789-abcdefghijklmnop' }
  const first = await startWeft(env)
  const { storageState } = await claim(first.url, first.setupToken)
  const second = await startWeft(env)
  const open = async (baseURL: string) => {
    const context = await browser.newContext({ baseURL, storageState, extraHTTPHeaders: { origin: baseURL } })
    return context.newPage()
  }
  try {
    const [one, two] = [await open(first.url), await open(second.url)]
    const network = await makeNetwork(one, 'value-network')
    await Promise.all([one.goto(`${network}/outline`), two.goto(`${network}/outline`)])
    for (const page of [one, two]) await expect(cell(page, 'New clients')).toBeVisible()
    await addObjective(one, 'New clients', 'Seen from the other side')
    await expect(cell(two, 'Seen from the other side')).toBeVisible()
    await addObjective(two, 'New clients', 'And back again')
    await expect(cell(one, 'And back again')).toBeVisible()
    await first.kill()
    await expect(one.getByText('Not connected')).toBeVisible()
    await addObjective(two, 'New clients', 'The other one goes on')
    await first.again()
    await expect(cell(one, 'The other one goes on')).toBeVisible()
  } finally {
    await Promise.all([first.stop(), second.stop()])
  }
})
