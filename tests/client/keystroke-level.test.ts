import { describe, expect, test } from 'vitest'
import { keysOf, klmOf } from '../e2e/klm.ts'

describe('how long a person needs', () => {
  test('a text is one decision and its keys, a chord one decision and each key of it', () => {
    expect(klmOf([{ kind: 'text', keys: 10 }])).toBeCloseTo(1.35 + 10 * 0.28)
    expect(keysOf('Control+Shift+z')).toBe(3)
    expect(keysOf('+')).toBe(1)
    expect(klmOf([{ kind: 'chord', keys: 2 }])).toBeCloseTo(1.35 + 0.56)
  })

  test('a hand moves only between the keyboard and the pointer', () => {
    const press = { kind: 'pointing' } as const
    const key = { kind: 'chord', keys: 1 } as const
    expect(klmOf([press, press])).toBeCloseTo(2 * (1.35 + 1.1 + 0.28))
    expect(klmOf([press, key, key, press]) - klmOf([press, press]) - klmOf([key, key])).toBeCloseTo(2 * 0.4)
  })
})
