import type { Page } from '@playwright/test'
import { dayText } from '../../lib/domain/promise/day-words.ts'
import { expect } from './journey.ts'
import { records, type Stored } from './planning.ts'

const kept = new Set(['promised', 'delivered', 'accepted'])

function byId(list: readonly Stored[]): (id: unknown) => Stored | undefined {
  const found = new Map(list.map((each) => [each['id'], each]))
  return (id) => found.get(id)
}

const text = (record: Stored | undefined, field: string) => String(record?.[field] ?? '')

/** What the table of a committed plan has to say of each promise that the database holds for the cycle: what, from, for and by when. */
export async function committedRows(page: Page, network: string): Promise<string[][]> {
  const kinds = ['dependencies', 'key-results', 'objectives', 'nodes', 'cycles'] as const
  const [needs, keyResults, objectives, nodes, cycles] = await Promise.all(kinds.map((kind) => records(page, network, kind)))
  const [keyResult, objective, node] = [byId(keyResults ?? []), byId(objectives ?? []), byId(nodes ?? [])]
  const cycleId = cycles?.find(({ name }) => name === 'This quarter')?.['id']
  const nodeOf = (id: unknown) => node(objective(keyResult(id)?.['objectiveId'])?.['nodeId'])
  const isPlanned = (need: Stored) => objective(keyResult(need['consumerKeyResultId'])?.['objectiveId'])?.['cycleId'] === cycleId
  const today = new Date().toISOString().slice(0, 10)
  return (needs ?? [])
    .filter((need) => kept.has(text(need, 'state')) && isPlanned(need))
    .map((need) => {
      const [giving, taking] = [need['supplierKeyResultId'], need['consumerKeyResultId']]
      const what = text(need, 'what') || `“${text(keyResult(giving), 'title')}”`
      const giver =
        giving === null ? text(node(need['supplierNodeId']), 'name') : `${text(nodeOf(giving), 'name')}: ${text(keyResult(giving), 'title')}`
      const on = need['promisedOn'] ?? need['neededOn']
      return [
        need['state'] === 'promised' ? what : `${what}, ${text(need, 'state')}`,
        giver,
        `${text(nodeOf(taking), 'name')}: ${text(keyResult(taking), 'title')}`,
        on === null ? 'no day' : dayText(String(on), today),
      ]
    })
}

/** The cells of a table, row by row, without its head. */
export function tableRows(page: Page, name: RegExp): Promise<string[][]> {
  return page
    .getByRole('region', { name })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll('td')].map((cell) => cell.textContent.trim())))
}

/** What is exported and imported again is the same graph: every record, in every field. */
export async function expectSameGraph(page: Page, network: string): Promise<void> {
  // when it was exported and how many changes it took are the file's own
  const exported = async (slug: string) => {
    const { exportedAt: _at, revision: _changes, ...graph } = await (await page.request.get(`/api/v1/networks${slug}/export`)).json()
    return graph
  }
  const { network: first, ...graph } = await exported(network)
  const imported = await page.request.post('/api/v1/import', { data: { network: first, ...graph } })
  expect(imported.ok(), await imported.text()).toBe(true)
  const { item } = await imported.json()
  const { network: second, ...again } = await exported(`/${item.slug}`)
  expect(again).toEqual(graph)
  expect({ ...second, id: first.id, slug: first.slug }).toEqual(first)
}
