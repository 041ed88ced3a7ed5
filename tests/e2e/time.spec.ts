import type { Page } from '@playwright/test'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test, turnTo } from './journey.ts'
import { ageNetwork, commit } from './made-past.ts'
import type { WeftServer } from './weft-server.ts'

test.use({ server: 'own' })

/** Each starts the server twice: once more when the network has been made older. */
test.setTimeout(120_000)

/** A network with a past: named in its beginning, then a node came, one was renamed and one went, each some weeks apart. */
async function withPast(page: Page, weft: WeftServer) {
  const network = await makeNetwork(page, 'value-network')
  const answer = await page.request.get(`/api/v1/networks${network}/nodes?limit=100`)
  const nodes: { id: string; name: string; areaId: string }[] = (await answer.json()).items
  const node = (name: string) => nodes.find((each) => each.name === name) ?? { id: '', areaId: '' }
  const revision = await commit(page, network, [
    { name: 'node.update', input: { id: node('Culture').id, set: { description: 'How we work together' } } },
  ])
  const named = await commit(page, network, [
    { name: 'mark.create', input: { id: 'mark_plan', name: 'The plan', kind: 'baseline', revision, at: new Date().toISOString() } },
  ])
  const came = await commit(page, network, [
    { name: 'node.create', input: { id: 'node_care', areaId: node('New clients').areaId, name: 'Partner care', closeness: 'core' } },
  ])
  const last = await commit(page, network, [
    { name: 'node.update', input: { id: node('Culture').id, set: { name: 'Culture and rituals' } } },
    { name: 'node.delete', input: { id: node('Talent').id, carry: true } },
  ])
  await ageNetwork(weft, [
    [named, 60],
    [came, 30],
    [last, 10],
  ])
  return { network, revision, talentId: node('Talent').id }
}

test('time: back to a named snapshot, where a deleted node stands and nothing can be edited, through the days, and to now', async ({
  page,
  weft,
}) => {
  const { network } = await withPast(page, weft)
  await page.goto(`${network}/map`)
  await expect(page.getByRole('button', { name: /^Culture and rituals,/ })).toBeAttached()
  await expect(page.getByRole('button', { name: /^Talent,/ })).toHaveCount(0)

  await page.keyboard.press('h')
  const slider = page.getByRole('slider', { name: 'Day that is shown' })
  await expect(slider).toBeFocused()
  await expect(page.getByRole('button', { name: /^The plan,/ })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press(',')
  await expect(page.getByRole('status').filter({ hasText: 'You see' })).toContainText('revision 2')
  const talent = page.getByRole('button', { name: /^Talent,/ })
  await expect(talent).toBeAttached()
  await expect(page).toHaveURL(/at=r2/)
  await talent.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'node: Talent' })
  await expect(panel).toContainText('Nothing in the past can be changed')
  await expect(panel.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '+ Node' })).toHaveCount(0)

  await slider.focus()
  await page.keyboard.press('PageUp')
  await expect(page).toHaveURL(/at=20\d\d-\d\d-\d\d/)
  await expect(slider).toHaveAttribute('aria-valuetext', /no change/)
  const later = page.url()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /The plan/)
  await expect(page).not.toHaveURL(later)
  await expect(page.getByRole('button', { name: /^Partner care,/ })).toHaveCount(0)

  await page.getByRole('link', { name: 'Outline' }).click()
  await expect(page.getByRole('treegrid').getByRole('gridcell', { name: 'Talent', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Asks' }).click()
  await expect(page.getByText('This page shows now')).toBeVisible()
  await page.getByRole('link', { name: /^The map shows/ }).click()
  await expect(talent).toBeAttached()

  await page.keyboard.press('Shift+h')
  await expect(page.getByRole('button', { name: /^Partner care,/ })).toBeAttached()
  await expect(talent).toHaveCount(0)
  await expect(page).not.toHaveURL(/at=/)
})

test('compare: drawing, outline and list show exactly what was edited, and the address shows it to others', async ({
  page,
  weft,
  browser,
  signedIn,
}) => {
  const { network, revision, talentId } = await withPast(page, weft)
  await page.goto(`${network}/map`)
  await expect(page.getByRole('button', { name: /^Culture and rituals,/ })).toBeAttached()
  await page.keyboard.press('Shift+d')
  const list = page.getByRole('complementary', { name: 'What changed' })
  await expect(list.getByRole('list', { name: 'How many' })).toContainText('1 added')
  await expect(page).toHaveURL(new RegExp(`from=r${revision}`))
  const sentences = list.getByRole('region', { name: 'Changes by node' }).getByRole('listitem')
  const exchangesOfTalent = ['A place where people want to stay', 'Hiring budget', 'New colleagues', 'Agreed offers']
  const edits = [/“Culture” is now called “Culture and rituals”/, /“Partner care” .*was added/, /Node “Talent” .*was removed/]
  for (const edit of edits) await expect(sentences.filter({ hasText: edit })).toHaveCount(1)
  for (const name of exchangesOfTalent) await expect(sentences.filter({ hasText: `Exchange “${name}”` })).toContainText('was removed')
  await expect(sentences).toHaveCount(edits.length + exchangesOfTalent.length)
  const drawing = page.getByLabel(/^Value map of/)
  await expect(drawing.getByRole('button', { name: /^(added|removed|changed|\d+ changes): / })).toHaveCount(edits.length)
  await expect(drawing.getByRole('button', { name: /^removed: Talent,/ })).toBeAttached()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 added, 5 removed, 1 changed')
  await expectAccessible(page)
  await turnTo(page, 'dark')
  await expectAccessible(page)

  await list.getByRole('button', { name: /is now called/ }).click()
  const change = page.getByRole('region', { name: 'What changed' })
  await expect(change.getByRole('row', { name: /name Culture Culture and rituals/ })).toBeVisible()

  const other = await browser.newContext({ baseURL: weft.url, ...(signedIn ? { storageState: signedIn.storageState } : {}) })
  const there = await other.newPage()
  await there.goto(page.url().replace('/map?', '/outline?'))
  const grid = there.getByRole('treegrid', { name: 'Outline' })
  await expect(grid.getByRole('gridcell', { name: 'removed: Talent' })).toBeVisible()
  await expect(grid.getByRole('gridcell', { name: 'added: Partner care' })).toBeVisible()
  await expect(there.getByRole('region', { name: 'What changed' })).toContainText('Culture and rituals')
  await there.goto(`${network}/map?from=r${revision}&sel=node:${talentId}`)
  await expect(there.getByRole('complementary', { name: 'node: Talent' })).toContainText('removed')
  await other.close()
})
