import type { Page } from '@playwright/test'

/** One text as the room sees it: its size on the screen, whatever the camera has made of it. */
type Seen = { readonly text: string; readonly size: number; readonly read: string | null }

/** Every text that is on the screen, with the size in which it is painted. */
async function textsOn(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(() => {
    const scaleOf = (element: Element): number => {
      const box = element instanceof HTMLElement ? element : element.closest<HTMLElement>('svg')?.parentElement
      return box && box.offsetWidth > 0 ? box.getBoundingClientRect().width / box.offsetWidth : 1
    }
    const isOnScreen = (box: DOMRect) =>
      box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const seen: Seen[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || element.closest('script,style,.visually-hidden,svg title') || !element.checkVisibility()) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      if (!isOnScreen(range.getBoundingClientRect()) || getComputedStyle(element).visibility === 'hidden') continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)
      seen.push({ text, size, read: element.closest('[data-read]')?.getAttribute('data-read') ?? null })
    }
    return seen
  })
}

const least = { name: 28, number: 40, other: 20 } as const

/** The texts of the page that are too small to be read from four metres: names below 28 px, numbers below 40 px, anything below 20 px. */
export async function tooSmall(page: Page): Promise<readonly string[]> {
  const found = (await textsOn(page)).filter(({ size, read }) => size < (read === 'name' || read === 'number' ? least[read] : least.other) - 0.05)
  return found.map(({ text, size, read }) => `${size.toFixed(1)} px ${read ?? 'text'}: ${text}`)
}

/** How many names and numbers of the page are meant to be read by the room. */
export async function readCount(page: Page): Promise<number> {
  return (await textsOn(page)).filter(({ read }) => read !== null).length
}
