import type { Page } from '@playwright/test'

type Frames = {
  /** when the last key was pressed: by the clock of the page, and by that of the machine */
  pressed: { at: number; on: number }
  /** when the last frame in which something moved was painted, by the clock of the page */
  movedAt: number
  /** when each step of the walk was first shown, by the clock of the machine */
  readonly shownOn: Record<string, number>
}

declare global {
  interface Window {
    weftFrames?: Frames
  }
}

/** Keeps from now on when keys were pressed, and when the stage of the walk was painted last. Its clock, which ticks by itself, is left out. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: Frames = { pressed: { at: 0, on: 0 }, movedAt: 0, shownOn: {} }
    window.weftFrames = frames
    addEventListener('keydown', () => (frames.pressed = { at: performance.now(), on: Date.now() }), { capture: true })
    const isOnStage = ({ target }: MutationRecord) => (target instanceof Element ? target : target.parentElement)?.closest('header, footer') === null
    const keepStep = () => {
      const step = document.querySelector('main [aria-current=step]')?.textContent
      if (step) frames.shownOn[step] ??= Date.now()
    }
    new MutationObserver((changes) => {
      keepStep()
      if (changes.some(isOnStage)) requestAnimationFrame(() => (frames.movedAt = performance.now()))
    }).observe(document.querySelector('main') ?? document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

/** Nothing has moved for so long: the frame has settled. */
const restMs = 200

/** Waits until the stage rests, and says how many milliseconds after the last key it came to rest. */
export async function settled(page: Page): Promise<number> {
  await page.waitForFunction((rest) => {
    const { pressed, movedAt } = window.weftFrames ?? { pressed: { at: 0 }, movedAt: 0 }
    return movedAt > pressed.at && performance.now() - movedAt > rest
  }, restMs)
  return page.evaluate(() => (window.weftFrames ? window.weftFrames.movedAt - window.weftFrames.pressed.at : Number.NaN))
}

/** How many milliseconds after the last key of one window another showed a step. */
export async function lagOf(driver: Page, follower: Page, step: string): Promise<number> {
  const pressedOn = await driver.evaluate(() => window.weftFrames?.pressed.on ?? Number.NaN)
  const shownOn = await follower.evaluate((name) => window.weftFrames?.shownOn[name] ?? Number.NaN, step)
  return shownOn - pressedOn
}

/** “median 120, most 180”, of milliseconds. */
export function spreadOf(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round)
  return `median ${sorted[Math.floor(sorted.length / 2)]} ms, most ${sorted.at(-1)} ms`
}
