import { expect, test } from 'vitest'
import type { Change } from '../../../lib/domain/change.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { summarise } from '../../../lib/domain/summary.ts'
import { record, sketch } from '../sketch.ts'

type Loose = Readonly<Record<string, unknown>>

const snapshot = sketch({
  ritual: [
    { id: 'plan', kind: 'plan', title: 'Planning Q1', phase: 'market' },
    { id: 'check', kind: 'check', title: 'Our check', phase: 'line' },
  ],
})

const made = (entity: EntityName, given: Loose): Change => ({ entity, id: String(given['id']), before: null, after: record(entity, given) })
const item = (id: string, given: Loose) => made('ritualItem', { id, ...given })
const told = (...changes: Change[]) => summarise(snapshot, changes)

test('CH63: what was said in a plan is told by its kind and its words, in one line', () => {
  expect(told(item('i', { ritualId: 'plan', kind: 'question', text: 'Why not\n Norway?' }))).toBe('Question in “Planning Q1”: “Why not Norway?”')
  expect(told(item('i', { ritualId: 'plan', kind: 'risk', text: 'Late' }), item('j', { ritualId: 'plan', kind: 'risk', text: 'B' }))).toBe(
    'Risk in “Planning Q1”: “Late” and 1 more',
  )
  expect(told(item('i', { ritualId: 'plan', kind: 'decision', text: 'x'.repeat(200) }))).toBe(`Decision in “Planning Q1”: “${'x'.repeat(79)}…”`)
})

test('CH63: of what a team says in its check only the kind is told', () => {
  expect(told(item('i', { ritualId: 'check', kind: 'change', text: 'Call each pilot' }))).toBe('Change in “Our check”')
})

test('CH63: a step of a session is told by the phase; what was done beside it is told by that', () => {
  const step: Change = { entity: 'ritual', id: 'plan', before: { phase: 'draft', timer: null }, after: { phase: 'market', timer: { seconds: 60 } } }
  expect(told(step)).toBe('“Planning Q1” came to the market')
  expect(told({ entity: 'ritual', id: 'plan', before: { state: 'open', phase: 'vote' }, after: { state: 'closed', phase: 'commit' } })).not.toContain(
    'came',
  )
  expect(told(item('i', { ritualId: 'plan', kind: 'risk', text: 'Late' }), made('node', { id: 'n', areaId: 'a', name: 'New' }))).not.toContain(
    'Risk in',
  )
})
