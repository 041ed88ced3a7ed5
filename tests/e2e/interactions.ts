import { expect, type Locator, type Page } from '@playwright/test'
import { keysOf, klmOf, type Operator } from './klm.ts'

/** Counts what a person does: one press of the mouse, one key chord, or one text whatever its length. */
export type Interactions = {
  readonly count: () => number
  readonly press: (chord: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly click: (target: Locator, options?: { readonly position?: { readonly x: number; readonly y: number } }) => Promise<void>
  /** the seconds that a practised person needs for all of it, as the keystroke-level model estimates them */
  readonly klm: () => number
  /** prints in one line what a journey cost a person, and the machine since the first of it */
  readonly told: (journey: string) => void
}

export function interactions(page: Page): Interactions {
  const done: Operator[] = []
  let startedAt: number | null = null
  const did = (operator: Operator) => {
    startedAt ??= performance.now()
    done.push(operator)
  }
  return {
    count: () => done.length,
    press: async (chord) => {
      did({ kind: 'chord', keys: keysOf(chord) })
      await page.keyboard.press(chord)
    },
    type: async (text) => {
      did({ kind: 'text', keys: text.length })
      await page.keyboard.type(text)
    },
    click: async (target, options) => {
      if (keyPages.has(page)) throw new Error(`${target} is pressed with the mouse where only keys are used`)
      did({ kind: 'pointing' })
      await target.click(options)
    },
    klm: () => klmOf(done),
    told: (journey) => {
      const machine = startedAt === null ? 0 : performance.now() - startedAt
      console.log(`${journey}: ${done.length} interactions, KLM ${klmOf(done).toFixed(1)} s, machine ${(machine / 1_000).toFixed(1)} s`)
    },
  }
}

const keyPages = new WeakSet<Page>()

/** In the page: tells of every event of a mouse, a finger or a wheel, and lets none of them do anything. */
function watchPointers(): void {
  const kinds = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'touchmove', 'wheel', 'dragstart', 'click', 'contextmenu']
  const seen = (event: Event) => {
    // a key that presses a button makes a click of no pointer; what the browser repeats when a page changes has not moved
    if (event instanceof PointerEvent && event.type === 'click' && event.pointerType === '') return
    if (event instanceof MouseEvent && event.type.endsWith('move') && event.movementX === 0 && event.movementY === 0) return
    if (!event.isTrusted) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const on = event.target instanceof Element ? event.target : document.documentElement
    const name = (on.getAttribute('aria-label') ?? on.textContent).trim().slice(0, 60)
    const tell: unknown = Reflect.get(window, 'weftPointerUsed')
    if (typeof tell === 'function') tell(`${event.type} on <${on.tagName.toLowerCase()}> “${name}”`)
  }
  for (const kind of kinds) window.addEventListener(kind, seen, { capture: true, passive: false })
}

/**
 * From now on this page is used by keys alone: any event of a mouse, a finger or a wheel does nothing and fails the test, which names what
 * it was on.
 */
export async function keysOnly(page: Page): Promise<void> {
  keyPages.add(page)
  await page.exposeFunction('weftPointerUsed', (what: string) => {
    expect.soft(what, 'only keys are used here').toBe('')
  })
  await page.addInitScript(watchPointers)
  await page.evaluate(watchPointers)
}

/** Makes a network through the API, as the welcome page does, and gives its address. */
export async function makeNetwork(page: Page, template: 'value-network' | 'sample' | 'blank', name = 'Bright Clinics'): Promise<string> {
  const answer = await page.request.post('/api/v1/networks', { data: { name, template, timeZone: 'Europe/Berlin' } })
  const { item } = await answer.json()
  return `/${item.slug}`
}
