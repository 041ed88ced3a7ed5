import { beforeEach, describe, expect, test } from 'vitest'
import { textsOf } from '../../../lib/client/drafts/refused.ts'
import { type Draft, draftLimits, draftsOn } from '../../../lib/client/drafts/shelf.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import { makeShelf } from './storage.ts'

const draft = (id: string, text = 'typed', at = '2026-11-22T00:00:00Z'): Draft => ({ place: { entity: 'node', id, field: 'name' }, text, at })

describe('drafts', () => {
  let shelf: ReturnType<typeof makeShelf>
  beforeEach(() => {
    shelf = makeShelf()
  })

  test('TO7: what is kept comes back in a page that opens later, newest first', () => {
    draftsOn(shelf, 'network', 'ana').keep(draft('a', 'one', '2026-11-22T00:00:01Z'))
    draftsOn(shelf, 'network', 'ana').keep(draft('b', 'two', '2026-11-22T00:00:02Z'))
    const later = draftsOn(shelf, 'network', 'ana')
    expect(later.all().map(({ text }) => text)).toEqual(['two', 'one'])
    expect(later.at({ entity: 'node', id: 'a', field: 'name' })?.text).toBe('one')
  })

  test('nobody sees what another person typed, nor what was typed in another network', () => {
    draftsOn(shelf, 'network', 'ana').keep(draft('a'))
    expect(draftsOn(shelf, 'network', 'ben').all()).toEqual([])
    expect(draftsOn(shelf, 'other', 'ana').all()).toEqual([])
  })

  test('TO9: the shelf is bounded: the oldest make room, and what is too long is not kept', () => {
    const drafts = draftsOn(shelf, 'network', 'ana')
    for (let at = 0; at < draftLimits.count + 5; at++) drafts.keep(draft(`n${at}`, 'x', new Date(at * 1_000).toISOString()))
    expect(drafts.all()).toHaveLength(draftLimits.count)
    expect(drafts.at({ entity: 'node', id: 'n0', field: 'name' })).toBeNull()
    drafts.keep(draft('long', 'x'.repeat(draftLimits.signs + 1)))
    expect(drafts.at({ entity: 'node', id: 'long', field: 'name' })).toBeNull()
  })

  test('a damaged entry is no draft, and harms no other', () => {
    const drafts = draftsOn(shelf, 'network', 'ana')
    drafts.keep(draft('a'))
    shelf.setItem(shelf.key(0)?.replace(':a:', ':b:') ?? '', '{"place":')
    shelf.setItem(shelf.key(0)?.replace(':a:', ':c:') ?? '', '{"text":"no place"}')
    expect(drafts.all()).toHaveLength(1)
  })

  test('a browser whose storage is full goes on without it', () => {
    const full = {
      ...makeShelf(),
      length: 0,
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => draftsOn(full, 'network', 'ana').keep(draft('a'))).not.toThrow()
  })
})

test('TO10: what was typed for a refused edit is offered where it was typed; what was chosen from a list is not text', () => {
  const at = '2026-11-22T00:00:00Z'
  const calls: CommandCall[] = [
    { name: 'node.update', input: { id: 'n', set: { name: 'New name', areaId: 'area_x' }, revision: 4 } },
    { name: 'keyResult.create', input: { id: 'k', objectiveId: 'o', title: 'Hire 12' } },
    { name: 'comment.create', input: { id: 'c', subject: 'node', subjectId: 'n', text: 'Well said' } },
    { name: 'proposal.decide', input: { id: 'p', accept: true, decision: 'One crew' } },
    { name: 'node.delete', input: { id: 'n' } },
  ]
  expect(textsOf(calls, at)).toEqual([
    { place: { entity: 'node', id: 'n', field: 'name' }, text: 'New name', at, isRefused: true },
    { place: { entity: 'objective', id: 'o', field: 'create.kr' }, text: 'Hire 12', at, isRefused: true },
    { place: { entity: 'node', id: 'n', field: 'comment' }, text: 'Well said', at, isRefused: true },
    { place: { entity: 'proposal', id: 'p', field: 'decide' }, text: 'One crew', at, isRefused: true },
  ])
})
