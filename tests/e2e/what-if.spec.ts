import type { Page } from '@playwright/test'
import { interactions, keysOnly, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

/** Every request of the page that could change something. */
function writesOf(page: Page): string[] {
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('/api/v1/networks/'))
      writes.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  return writes
}

/** Presence is told by itself, whatever is on the screen; it is no part of the network. */
function ofRecords(writes: readonly string[]): string[] {
  return writes.filter((each) => !each.includes('/presence'))
}

test.describe('what if', () => {
  test.use({ viewport: { width: 1280, height: 720 }, contextOptions: { reducedMotion: 'reduce' } })

  test('by keys: a node is lost, a key result missed, both taken back, kept under a name and shared; nothing is written but the name', async ({
    page,
  }) => {
    const network = await makeNetwork(page, 'sample')
    await page.goto(`${network}/outline`)
    await expect(page.getByRole('treegrid')).toBeVisible()
    const writes = writesOf(page)
    await keysOnly(page)
    const person = interactions(page)
    await person.press('g')
    await person.press('y')
    await expect(page.getByRole('heading', { name: 'Lose a leg' })).toBeVisible()
    await expectAccessible(page, 'main')

    await person.press('n')
    await expect(page.getByRole('combobox', { name: 'What do you suppose?' })).toBeFocused()
    await person.type('node')
    await person.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Which node?' })).toBeFocused()
    await person.type('talent')
    await person.press('Enter')
    const supposed = page.getByRole('region', { name: 'Supposed' })
    await expect(supposed.getByRole('listitem')).toHaveText(/Talent is not there\./)
    await expect(page.getByRole('heading', { name: /What stops/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Who could stand in' })).toBeVisible()

    await person.press('n')
    await expect(page.getByRole('combobox', { name: 'What do you suppose?' })).toBeFocused()
    await person.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Which key result?' })).toBeFocused()
    await person.type('hospital groups')
    await person.press('Enter')
    await expect(page.getByRole('radio', { checked: true })).toBeFocused()
    await person.press('0')
    await person.press('Enter')
    await expect(supposed.getByRole('listitem')).toHaveCount(2)
    const table = page.getByRole('table')
    await expect(table.getByRole('cell', { name: '0 in 100', exact: true })).toBeVisible()
    await expectAccessible(page, 'main')

    await person.press('Control+z')
    await expect(supposed.getByRole('listitem')).toHaveCount(1)
    await person.press('Control+Shift+z')
    await expect(supposed.getByRole('listitem')).toHaveCount(2)
    const unsaved = page.url()
    await page.reload()
    await expect(supposed.getByRole('listitem')).toHaveCount(2)
    expect(page.url()).toBe(unsaved)
    expect(ofRecords(writes)).toEqual([])

    await person.press('s')
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await person.type('The worst of it')
    await person.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'The worst of it' })).toBeVisible()
    expect(new URL(page.url()).search).toMatch(/^\?id=if_[\w-]+$/)
    expect(ofRecords(writes)).toHaveLength(1)
  })

  test('by keys: a second source lifts the goal, one more need lowers it', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    await page.goto(`${network}/what-if`)
    await expect(page.getByRole('heading', { name: 'Lose a leg' })).toBeVisible()
    await keysOnly(page)
    const person = interactions(page)
    const chance = page.getByRole('row', { name: /^Chance/ }).first()
    await person.press('n')
    await expect(page.getByRole('combobox', { name: 'What do you suppose?' })).toBeFocused()
    await person.type('second')
    await person.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Which need?' })).toBeFocused()
    await person.type('event stream')
    await person.press('Enter')
    const which = page.getByRole('combobox', { name: 'Which key result gives it as well?' })
    await expect(which).toBeFocused()
    // who waits for it is not offered
    await person.type('hospital groups')
    await expect(page.getByRole('option')).toHaveCount(0)
    await which.fill('')
    await person.type('false alarms')
    await person.press('Enter')
    const supposed = page.getByRole('region', { name: 'Supposed' })
    await expect(supposed.getByRole('listitem')).toContainText('either will do')
    await expect(chance).toHaveAccessibleName(/higher$/)

    await page.goto(`${network}/what-if?if=a.sample_kr_live-alerts.k.sample_kr_false-alarms.1.`)
    await expect(chance).toHaveAccessibleName(/lower$/)

    // a promise that comes after its need and after the quarter is found; one that is met in time is found no more
    await page.goto(`${network}/what-if?if=p.sample_dep_1.2099-01-01.`)
    const part = (name: RegExp) =>
      page
        .getByRole('main')
        .locator('section')
        .filter({ has: page.getByRole('heading', { name }) })
    const comes = part(/^What would come up/).getByRole('listitem')
    await expect(comes.filter({ hasText: 'promised “Event stream that keeps the order” for 1 Jan 2099' }).first()).toBeVisible()
    await expectAccessible(page, 'main')
    await page.goto(`${network}/what-if?if=x.sample_dep_19`)
    await part(/^What would be found no more/)
      .getByRole('link', { name: 'As it is today' })
      .first()
      .press('Enter')
    await expect(page).toHaveURL(/insights\?.*theme=alignment/)
  })

  test('an address from anywhere: what cannot be read is told, the rest is shown; on a phone one side at a time', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${network}/what-if?if=w.n.sample_node_talent*x.gone*zzz`)
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toHaveText(/One of the things/)
    const supposed = page.getByRole('region', { name: 'Supposed' })
    await expect(supposed.getByRole('listitem').nth(1)).toContainText('Left out')
    const side = (name: string) => page.getByRole('columnheader', { name, exact: true })
    await expect(side('As it would be')).toBeVisible()
    await expect(side('As it is')).toBeHidden()
    await page.getByRole('button', { name: 'As it is', exact: true }).click()
    await expect(side('As it is')).toBeVisible()
    await expect(side('As it would be')).toBeHidden()
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
    await expectAccessible(page, 'main')
  })

  test('a kept one is changed and kept again; deleted, it comes back by undo', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    const edits = ['talent', 'delivery'].map((name) => ({ kind: 'without', entity: 'node', id: `sample_node_${name}` }))
    const answer = await page.request.post(`/api/v1/networks${network}/what-ifs`, { data: { name: 'Two legs', edits } })
    const { item } = await answer.json()
    await page.goto(`${network}/what-if?id=${item.id}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Two legs' })).toBeVisible()
    await expect(page.getByRole('table')).toBeVisible()
    await page.getByRole('button', { name: 'Leave out: Delivery is not there.' }).click()
    await page.getByRole('button', { name: 'Keep the changes' }).click()
    await expect(page.getByRole('button', { name: 'Keep the changes' })).toBeHidden()
    await expect(page.getByRole('region', { name: 'Kept' }).getByRole('button', { name: /Two legs/ })).toContainText('1 thing supposed')
    await expect(page.getByRole('table')).toBeVisible()
    // whatever is loaded for a window, what stands behind it stays
    await page.evaluate(() => {
      const whole = new MutationObserver(() => {
        if (!document.querySelector('main table')?.checkVisibility()) document.documentElement.dataset['blanked'] = 'yes'
      })
      whole.observe(document.body, { childList: true, subtree: true, attributes: true })
    })
    await page.getByRole('button', { name: 'More about this what-if' }).click()
    await expect(page.getByRole('menuitem', { name: 'Delete it' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.dataset['blanked'])).toBeUndefined()
    await page.getByRole('menuitem', { name: 'Delete it' }).click()
    await expect(page.getByRole('heading', { name: 'Lose a leg' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Kept' })).toBeHidden()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('region', { name: 'Kept' }).getByRole('button', { name: /Two legs/ })).toBeVisible()
  })
})
