import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as panelActions from '../../../app/[network]/_panels/panel-actions.ts'
import * as graphActions from '../../../app/components/graph/graph-actions.ts'
import { type Action, catalogue } from '../../../lib/client/actions/action.ts'

const panels = join(import.meta.dirname, '../../../app/[network]/_panels')

function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('-actions.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

const flat = (module: object): Action[] => Object.values(module).flat()

test('every command of a panel is in the palette’s catalogue, and a panel handles it', () => {
  const source = sourceOf(panels)
  for (const [name, action] of Object.entries(panelActions)) {
    expect(catalogue()).toContain(action)
    expect(source, `${name} has no handler`).toContain(`useAction(${name},`)
  }
})

test('every panel command that a button names has a verb first, so that it can be found by what it does', () => {
  for (const { title } of flat(panelActions)) expect(title).toMatch(/^(Add|Say|Put|Check|Read|Turn|Delete) /)
})

test('one key means one thing in each scope of a drawing', () => {
  const seen = new Map<string, string>()
  for (const { id, scope, keys = [] } of flat(graphActions))
    for (const key of keys) {
      expect(seen.get(`${scope} ${key}`), `${scope} ${key} of ${id}`).toBeUndefined()
      seen.set(`${scope} ${key}`, id)
    }
})

test('every action of the drawings is handled somewhere', () => {
  const source = sourceOf(join(panels, '..')) + sourceOf(join(panels, '../../components/graph'))
  for (const name of Object.keys(graphActions)) expect(source, `${name} has no handler`).toMatch(new RegExp(`useActions?\\(\\s*${name},`))
})
