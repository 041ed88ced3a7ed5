import { describe, expect, test } from 'vitest'
import { chordOf } from '../../lib/client/actions/keys.ts'
import { resolve, shiftedPrefix } from '../../lib/client/actions/registry.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('a key press as a chord', () => {
  test.each([
    ['a letter', { key: 'o', code: 'KeyO' }, 'o'],
    ['a letter with Shift', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'mod+shift+z'],
    ['⌘ and Ctrl are the same', { key: 'k', code: 'KeyK', metaKey: true }, 'mod+k'],
    ['a sign is what it says, not the key it is on', { key: '?', code: 'Slash', shiftKey: true }, '?'],
    ['? stays ? where it is on a digit', { key: '?', code: 'Digit8', shiftKey: true }, '?'],
    ['a digit with Shift is the digit', { key: '!', code: 'Digit1', shiftKey: true }, 'shift+1'],
    ['Alt with a digit that makes a sign', { key: '¡', code: 'Digit1', altKey: true }, 'alt+1'],
    ['a named key with Shift', { key: 'Tab', code: 'Tab', shiftKey: true }, 'shift+Tab'],
    ['an arrow with Alt', { key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'alt+ArrowUp'],
    ['the space bar', { key: ' ', code: 'Space' }, 'Space'],
  ])('%s', (_, press, chord) => {
    expect(chordOf({ ...plain, ...press })).toBe(chord)
  })
})

describe('what a chord does', () => {
  const action = (id: string, scope: 'outline' | 'global', ...keys: string[]) => ({
    action: { id, title: id, group: '', scope, keys },
    run: () => undefined,
  })

  test('the inner scope wins', () => {
    const list = [action('outer', 'global', 'n'), action('inner', 'outline', 'n')]
    expect(resolve(list, ['outline', 'global'], 'n')).toMatchObject({ action: { id: 'inner' } })
    expect(resolve(list, ['global'], 'n')).toMatchObject({ action: { id: 'outer' } })
  })
  test('the last mounted wins within a scope', () => {
    expect(resolve([action('first', 'global', 'n'), action('second', 'global', 'n')], ['global'], 'n')).toMatchObject({ action: { id: 'second' } })
  })
  test('the beginning of a longer one waits for the rest', () => {
    expect(resolve([action('map', 'global', 'g m')], ['global'], 'g')).toBe('prefix')
    expect(resolve([action('map', 'global', 'g m')], ['global'], 'g m')).toMatchObject({ action: { id: 'map' } })
    expect(resolve([action('map', 'global', 'g m')], ['text'], 'g')).toBeNull()
  })
  test('TO12: a part of the screen that takes the first key of a chord has it; with Shift that key begins the chord all the same', () => {
    const list = [action('walk', 'global', 'g w'), action('green', 'outline', 'g'), action('people', 'global', 'shift+i')]
    const inside = ['outline', 'global'] as const
    expect(resolve(list, inside, 'g')).toMatchObject({ action: { id: 'green' } })
    expect([resolve(list, inside, 'shift+g'), shiftedPrefix(list, inside, 'shift+g')]).toEqual([null, 'g'])
    expect(resolve(list, inside, 'g w')).toMatchObject({ action: { id: 'walk' } })
    for (const other of ['shift+w', 'shift+i', 'g', 'shift+ArrowLeft']) expect(shiftedPrefix(list, inside, other)).toBeNull()
    for (const away of ['text', 'dialog'] as const) expect(shiftedPrefix(list, [away], 'shift+g')).toBeNull()
  })
})
