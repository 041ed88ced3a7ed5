import { beforeEach, describe, expect, test } from 'vitest'
import { pace, type Reporter, reporter, type Said } from '../../../lib/client/presence/reporter.ts'

type Task = { readonly at: number; readonly task: () => void }

const on = (view: string): Said => ({ view, camera: null, editing: null })

describe('what a window tells of itself', () => {
  let now: number
  let tasks: Task[]
  let told: { readonly at: number; readonly view: string | null }[]
  let telling: Reporter
  let isServerThere: boolean

  const pass = (ms: number) => {
    const end = now + ms
    for (;;) {
      const next = tasks.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      tasks = tasks.filter((each) => each !== next)
      now = next.at
      next.task()
    }
    now = end
  }

  beforeEach(() => {
    now = 0
    tasks = []
    told = []
    isServerThere = true
    const later = (task: () => void, ms: number) => {
      const planned = { at: now + ms, task }
      tasks.push(planned)
      return () => {
        tasks = tasks.filter((each) => each !== planned)
      }
    }
    telling = reporter({
      clock: { now: () => now, later },
      post: async ({ view }) => {
        if (!isServerThere) throw new TypeError('no server')
        told.push({ at: now, view })
      },
    })
  })

  test('TO2: the first word goes at once; what follows is gathered and the last one counts', () => {
    telling.show(on('map'))
    pass(0)
    for (let step = 0; step < 50; step++) telling.show(on(`map?step=${step}`))
    pass(pace.leastMs)
    expect(told).toEqual([
      { at: 0, view: 'map' },
      { at: pace.leastMs, view: 'map?step=49' },
    ])
  })

  test('TO3: whoever does not move is told of with every beat, and whoever says the same twice only once', () => {
    telling.show(on('map'))
    telling.show(on('map'))
    pass(2 * pace.beatMs + 1)
    expect(told.map(({ at }) => at)).toEqual([0, pace.beatMs, 2 * pace.beatMs])
  })

  test('TO4: a window that is hidden for long leaves, and is silent until it shows something again', () => {
    telling.show(on('map'))
    pass(0)
    telling.hide()
    pass(10 * pace.hiddenMs)
    expect(told).toEqual([
      { at: 0, view: 'map' },
      { at: pace.hiddenMs, view: null },
    ])
    telling.show(on('map'))
    pass(1_000)
    expect(told.at(-1)?.view).toBe('map')
  })

  test('a word that did not arrive is said again with the next beat', () => {
    isServerThere = false
    telling.show(on('map'))
    pass(1)
    isServerThere = true
    pass(pace.beatMs)
    expect(told).toEqual([{ at: pace.beatMs, view: 'map' }])
  })

  test('a window that goes away says nothing more', () => {
    telling.show(on('map'))
    telling.stop()
    pass(10 * pace.beatMs)
    expect(told).toEqual([])
  })
})
