import type { Page } from '@playwright/test'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const comments = (page: Page) => page.getByRole('region', { name: 'Comments' })

/** Begins a comment by key. */
async function write(page: Page): Promise<void> {
  await page.keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Say something' })).toBeFocused()
}

async function openNode(page: Page, address: string): Promise<void> {
  const answer = await page.request.get(`/api/v1/networks${address}/nodes?limit=1`)
  const { items } = await answer.json()
  await page.goto(`${address}/map?sel=node:${items[0].id}`)
  await expect(comments(page)).toBeVisible()
}

test('a comment is said by keys, answered, resolved, opened again, changed and deleted with undo', async ({ page }) => {
  const address = await makeNetwork(page, 'sample')
  await openNode(page, address)
  await write(page)
  await page.keyboard.type('**Who** keeps the list? See https://example.org/list and <b>this</b>')
  await page.keyboard.press('Control+Enter')
  const thread = comments(page).getByRole('region', { name: 'Thread' })
  await expect(thread.getByText('Who', { exact: true })).toBeVisible()
  await expect(thread).toContainText('<b>this</b>')
  await expect(thread.getByRole('link', { name: 'https://example.org/list' })).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(comments(page).getByText('1 open')).toBeVisible()

  await thread.getByRole('button', { name: 'Answer' }).click()
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type('I do')
  await page.keyboard.press('Control+Enter')
  await expect(thread.getByText('I do')).toBeVisible()
  await thread.getByRole('button', { name: 'Resolve' }).click()
  await expect(comments(page).getByText('1 open')).toBeHidden()
  await comments(page).getByRole('button', { name: '1 resolved thread' }).click()
  await comments(page).getByRole('button', { name: 'Reopen' }).click()
  await expect(comments(page).getByText('1 open')).toBeVisible()

  const answer = comments(page).getByRole('article').filter({ hasText: 'I do' })
  await answer.getByRole('button', { name: 'Edit' }).click()
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.type(', since May')
  await page.keyboard.press('Control+Enter')
  await expect(comments(page).getByText('I do, since May')).toBeVisible()
  await expectAccessible(page)
  await comments(page).getByRole('article').filter({ hasText: 'since May' }).getByRole('button', { name: 'Delete' }).click()
  await expect(comments(page).getByText('I do, since May')).toBeHidden()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(comments(page).getByText('I do, since May')).toBeVisible()
})

test('a mention rings at the one who is mentioned, and leads there', async ({ page, browser }) => {
  const address = await makeNetwork(page, 'sample')
  await openNode(page, address)
  const guest = await invite(page, browser, { network: address, role: 'editor', name: 'Ben Okoro' })
  await guest.goto(`${address}/chain`)
  await expect(guest.getByRole('button', { name: 'Notifications, all read' })).toBeVisible()
  await page.reload()
  await expect(comments(page)).toBeVisible()
  await write(page)
  await page.keyboard.type('Can you look, @ben')
  await expect(page.getByRole('option', { name: 'Ben Okoro' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('please?')
  await page.keyboard.press('Control+Enter')
  await expect(comments(page).getByRole('button', { name: '@Ben Okoro' })).toBeVisible()

  await guest.getByRole('button', { name: 'Notifications, 1 not read' }).click()
  const told = guest.getByRole('dialog', { name: 'What you were told' })
  await expect(told).toContainText('Ana Lind')
  await expectAccessible(guest)
  await told.getByRole('listitem').first().getByRole('button').click()
  await expect(comments(guest)).toContainText('Can you look')
  await expect(guest.getByRole('button', { name: 'Notifications, all read' })).toBeVisible()
  await guest.context().close()
})

test('somebody who only reads sees the comments and no field to write', async ({ page, browser }) => {
  const address = await makeNetwork(page, 'sample')
  await openNode(page, address)
  await write(page)
  await page.keyboard.type('For all to read')
  await page.keyboard.press('Control+Enter')
  await expect(comments(page).getByText('For all to read')).toBeVisible()
  const guest = await invite(page, browser, { network: address, role: 'viewer', name: 'Vera Nowak' })
  await guest.goto(new URL(page.url()).pathname + new URL(page.url()).search)
  await expect(comments(guest).getByText('For all to read')).toBeVisible()
  await expect(comments(guest).getByRole('textbox')).toHaveCount(0)
  await expect(comments(guest).getByRole('button', { name: /Answer|Resolve|Edit|Delete/ })).toHaveCount(0)
  await guest.context().close()
})

test('a rating gets a source with its age, an old one is marked by word and shape, and a hostile link is refused', async ({ page }) => {
  const address = await makeNetwork(page, 'sample')
  const answer = await page.request.get(`/api/v1/networks${address}/exchanges?limit=1`)
  const { items } = await answer.json()
  await page.goto(`${address}/map?sel=exchange:${items[0].id}`)
  await page.getByRole('button', { name: 'no source · add one for the rating by the receiver' }).click()
  const form = page.getByRole('form', { name: 'Source of the rating by the receiver' })
  await form.getByLabel('What it is').fill('Talk with the ward sister')
  await form.getByLabel('Of the day').fill('2024-03-01')
  await form.getByLabel('Link, if there is one').fill('javascript:alert(1)')
  await expect(form.getByText('Give an address that begins with')).toBeVisible()
  await expect(form.getByRole('button', { name: 'Add the source' })).toBeDisabled()
  await form.getByLabel('Link, if there is one').fill('https://example.org/notes')
  await form.getByRole('button', { name: 'Add the source' }).click()
  const sources = page.getByRole('list', { name: 'Sources of the rating by the receiver' })
  await expect(sources.getByRole('link', { name: 'Talk with the ward sister' })).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(sources).toContainText('2 years old, old')
  await expectAccessible(page)
})
