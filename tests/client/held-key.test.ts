import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineAction } from '../../lib/client/actions/action.ts'
import { dropHeldKey, holdKey } from '../../lib/client/actions/held-key.ts'
import { addHandler } from '../../lib/client/actions/registry.ts'

const open = defineAction({ id: 'test.open', title: 'Open', group: 'Test', scope: 'outline', keys: ['f13'] })

describe('a key whose part of the screen is only being loaded', () => {
  let page: EventTarget & { activeElement: object | null }
  let done: number
  const settled = () => Promise.resolve()
  const arrive = () => addHandler({ action: open, run: () => (done += 1) })

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    page = Object.assign(new EventTarget(), { activeElement: {} })
    vi.stubGlobal('document', page)
    done = 0
  })
  afterEach(() => {
    dropHeldKey()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('TO11: is done once, as soon as the part is there', async () => {
    expect(holdKey('f13', ['outline', 'global'])).toBe(true)
    const leave = arrive()
    await settled()
    const leaveAgain = arrive()
    await settled()
    expect(done).toBe(1)
    leave()
    leaveAgain()
  })

  test('is let go where no action of these scopes has it', () => {
    expect(holdKey('f13', ['drawing', 'global'])).toBe(false)
    expect(holdKey('f14', ['outline', 'global'])).toBe(false)
  })

  test.each([
    ['another key', () => dropHeldKey()],
    ['a press', () => page.dispatchEvent(new Event('pointerdown'))],
    ['a change of the focus', () => (page.activeElement = {})],
    ['too long a time', () => vi.advanceTimersByTime(2_000)],
  ])('is forgotten after %s', async (_, happen) => {
    holdKey('f13', ['outline', 'global'])
    happen()
    const leave = arrive()
    await settled()
    expect(done).toBe(0)
    leave()
  })
})
