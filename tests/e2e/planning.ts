import type { Browser, Locator, Page } from '@playwright/test'
import { invite } from './guest.ts'
import { interactions, makeNetwork } from './interactions.ts'
import { expect } from './journey.ts'

/** The session of planning of a journey. */
export const ritual = 'ritual_plan'

export type Stored = Readonly<Record<string, unknown>>

export async function command(page: Page, network: string, ...commands: readonly { name: string; input: object }[]): Promise<void> {
  const answer = await page.request.post(`/api/v1/networks${network}/commands`, { data: { commands } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

export async function records(page: Page, network: string, kind: string): Promise<Stored[]> {
  return (await (await page.request.get(`/api/v1/networks${network}/${kind}?limit=200`)).json()).items
}

export async function move(page: Page, network: string, phase: string): Promise<void> {
  await command(page, network, { name: 'ritual.move', input: { id: ritual, phase } })
}

/** A session of a quarter of the sample company, in a phase. */
export async function openSession(page: Page, cycleName: 'This quarter' | 'Next quarter', phase: string): Promise<string> {
  const network = await makeNetwork(page, 'sample')
  const cycle = (await records(page, network, 'cycles')).find(({ name }) => name === cycleName)
  await command(page, network, { name: 'ritual.open', input: { id: ritual, kind: 'plan', cycleId: cycle?.['id'], code: 'ABC234' } })
  if (phase !== 'lobby') await move(page, network, phase)
  return network
}

/** Sits down in the session, for a node or for none. */
export async function sit(page: Page, network: string, nodeId: string | null): Promise<void> {
  const seat = await page.request.put(`/api/v1/networks${network}/rituals/${ritual}/seat`, { data: { nodeId } })
  expect(seat.ok(), await seat.text()).toBe(true)
}

export const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

export function row(page: Page, name: string, what: string | RegExp): Locator {
  return column(page, name).getByRole('button').filter({ hasText: what }).first()
}

type Lead = { readonly network: string; readonly personId: string; readonly nodeId: string }

/** Who leads a node, with an account, in a browser of their own, seated for it, with the session on the screen. */
async function lead(owner: Page, browser: Browser, { network, personId, nodeId }: Lead): Promise<Page> {
  const page = await invite(owner, browser, { network, role: 'contributor', personId })
  await sit(page, network, nodeId)
  await page.goto(`${network}/plan`)
  return page
}

export const services = (owner: Page, browser: Browser, network: string) =>
  lead(owner, browser, { network, personId: 'sample_person_noor', nodeId: 'sample_node_services' })

export const finance = (owner: Page, browser: Browser, network: string) =>
  lead(owner, browser, { network, personId: 'sample_person_kateryna', nodeId: 'sample_node_finance' })

/** Asks by keys alone, and says when Enter was pressed. */
export async function ask(page: Page, whom: string, what: string) {
  const person = interactions(page)
  await person.press('n')
  await expect(page.getByRole('combobox', { name: 'Whom do you need?' })).toBeFocused()
  await person.type(whom)
  await person.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What do you need?' })).toBeFocused()
  await person.type(what)
  const atMs = Date.now()
  await person.press('Enter')
  return { atMs, person }
}

export async function chosen(line: Locator): Promise<void> {
  await line.click()
  await expect(line).toHaveAttribute('aria-current', 'true')
}

/** The moment at which a text comes onto a screen, as that screen saw it. */
export function seenAt(page: Page, text: string): Promise<number> {
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

/** Collects what a browser is told by the server, as text. */
export function heard(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.url().includes('/events')) return
    bodies.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(bodies)).join('\n')
}

/** Commits the plan: whatever nobody has promised is taken on by Noor, by the end of the quarter. */
export async function commitPlan(page: Page, network: string): Promise<void> {
  const input = { id: ritual, markId: 'mark_plan', markName: 'This quarter baseline' }
  const commit = (open: readonly object[]) =>
    page.request.post(`/api/v1/networks${network}/commands`, { data: { commands: [{ name: 'plan.commit', input: { ...input, open } }] } })
  const cycle = (await records(page, network, 'cycles')).find(({ name }) => name === 'This quarter')
  const { dependencyIds } = await (await commit([])).json()
  const taken = dependencyIds.map((dependencyId: string, at: number) => ({
    dependencyId,
    itemId: `taken_${at}`,
    ownerId: 'sample_person_noor',
    dueOn: cycle?.['endsOn'],
  }))
  const committed = await commit(taken)
  expect(committed.ok(), await committed.text()).toBe(true)
}
