import { expect, test } from 'vitest'
import { follow, followedWindow, following, keepFollowing } from '../../../lib/client/presence/follow.ts'
import { companionsOf, editorsByField, initialsOf, personTones, toneOfPerson } from '../../../lib/client/presence/people.ts'
import { rememberTouches, touchOf } from '../../../lib/client/presence/touches.ts'
import { readViewPath, viewPath } from '../../../lib/client/presence/view-path.ts'
import { shortAgo } from '../../../lib/client/seconds-ago.ts'
import { toasts } from '../../../lib/client/toast.ts'
import type { Presence } from '../../../lib/contract/presence.ts'

function window(personId: string, clientId: string, part: Partial<Presence> = {}): Presence {
  return { clientId, personId, name: `Name of ${personId}`, view: 'map', camera: null, editing: null, at: '2026-11-22T00:00:00Z', ...part }
}

test('TO1: everybody else is listed once, by name, with the window that moved last first; oneself is not', () => {
  const people = [
    window('me', 'w0'),
    window('b', 'w1', { at: '2026-11-22T00:00:01Z' }),
    window('b', 'w3', { at: '2026-11-22T00:00:02.500Z' }),
    window('b', 'w2', { at: '2026-11-22T00:00:02Z' }),
    window('a', 'w5'),
    window('me', 'w4'),
  ]
  const companions = companionsOf(people, 'me')
  expect(companions.map(({ personId }) => personId)).toEqual(['a', 'b'])
  expect(companions[1]?.windows.map(({ clientId }) => clientId)).toEqual(['w3', 'w2', 'w1'])
})

test('TO5: a field tells the names of those who have it open, each once, and never one’s own', () => {
  const editing = { entity: 'node', id: 'n', field: 'name' } as const
  const people = [window('a', 'w1', { editing }), window('a', 'w2', { editing }), window('b', 'w3', { editing }), window('me', 'w4', { editing })]
  expect(editorsByField(people, 'me').get('node:n:name')).toEqual(['Name of a', 'Name of b'])
})

test('where a window is goes to the others and comes back the same, with whom it follows beside it', () => {
  const told = viewPath('/acme/chain', 'sel=kr%3Ax&area=a%2Cb', 'client-7')
  expect(readViewPath(told)).toEqual({ screen: 'chain', path: 'chain', query: 'sel=kr%3Ax&area=a%2Cb', sel: 'kr:x', followed: 'client-7' })
  expect(viewPath('/acme/settings/access', '', null)).toBe('settings/access')
  expect(viewPath('/acme/map', `q=${'x'.repeat(3_000)}`, null)).toBe('map')
})

test('TO6: following stays with the window, goes on in another one of the same person, and ends when that person has left', () => {
  const [first, second] = [window('a', 'w1'), window('a', 'w2', { at: '2026-11-22T00:00:05Z' })]
  follow({ personId: 'a', name: 'Ana', windows: [first] })
  keepFollowing([second, first])
  expect(following.get()?.clientId).toBe('w1')
  keepFollowing([second])
  expect(following.get()?.clientId).toBe('w2')
  expect(followedWindow([window('b', 'w9')], { personId: 'a', name: 'Ana', clientId: 'w2' })).toBeNull()
  keepFollowing([window('b', 'w9')])
  expect(following.get()).toBeNull()
  expect(toasts.get().at(-1)?.text).toContain('Ana has left')
})

test('who changed a field last is known by its path, a part of it or the whole of it', () => {
  const change = (after: object) => [{ entity: 'keyResult', id: 'k', after }]
  rememberTouches([{ actor: 'person_a', changes: change({ title: 'x', 'metric.target': 5 }) }], 1_000)
  rememberTouches([{ actor: 'person_b', changes: change({ 'metric.target': 6 }) }], 2_000)
  expect(touchOf({ entity: 'keyResult', id: 'k', field: 'title' })).toEqual({ by: 'person_a', heardAt: 1_000 })
  expect(touchOf({ entity: 'keyResult', id: 'k', field: 'metric' })).toEqual({ by: 'person_b', heardAt: 2_000 })
  expect(touchOf({ entity: 'keyResult', id: 'other', field: 'title' })).toBeNull()
})

test('how long ago something was is read in the largest whole unit, and never as something to come', () => {
  expect([-3, 0.4, 2.9, 59, 60, 3_599, 7_300, 200_000].map(shortAgo)).toEqual([
    'just now',
    'just now',
    '2 s ago',
    '59 s ago',
    '1 min ago',
    '59 min ago',
    '2 h ago',
    '2 d ago',
  ])
})

test('initials are those of the first and the last name; the same person has the same colour everywhere', () => {
  expect([initialsOf('Ana Maria Lind'), initialsOf('bo'), initialsOf('  ')]).toEqual(['AL', 'B', '?'])
  const tones = Array.from({ length: 200 }, (_, at) => toneOfPerson(`person_${at}`))
  expect(new Set(tones).size).toBe(personTones.length)
  expect(toneOfPerson('person_7')).toBe(tones[7])
})
