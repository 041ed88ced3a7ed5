import { afterEach, describe, expect, test, vi } from 'vitest'
import { recentIds, rememberChosen } from '../../app/components/shell/palette-recent.ts'
import { setSingleLetters, singleLetters } from '../../lib/client/actions/use-keys.ts'
import { remember, remembered, rememberedList } from '../../lib/client/remembered.ts'

function forbidden(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

function shelf() {
  const kept = new Map<string, string>()
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) }
}

describe('what a browser remembers', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    singleLetters.set(true)
  })

  test('is read as it was kept; what is no list of words is none', () => {
    vi.stubGlobal('localStorage', shelf())
    expect([remembered('a'), rememberedList('a')]).toEqual([null, []])
    remember('a', '["x", 1, "y"]')
    expect(rememberedList('a')).toEqual(['x', 'y'])
    for (const damaged of ['{', '{"x":1}', '']) {
      remember('a', damaged)
      expect(rememberedList('a')).toEqual([])
    }
  })

  test('a browser that forbids storage remembers nothing and refuses nothing', () => {
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden })
    expect([remembered('a'), rememberedList('a')]).toEqual([null, []])
    setSingleLetters(false)
    expect(singleLetters.get()).toBe(false)
    rememberChosen('map.fit')
    expect(recentIds()).toEqual([])
  })

  test('what was chosen in the palette comes back, the latest first and each once', () => {
    vi.stubGlobal('localStorage', shelf())
    for (const id of ['a', 'b', 'a', ...Array.from({ length: 12 }, (_, at) => `c${at}`)]) rememberChosen(id)
    expect(recentIds()).toHaveLength(12)
    rememberChosen('c3')
    expect(recentIds().slice(0, 2)).toEqual(['c3', 'c11'])
  })
})
