import type { Page } from '@playwright/test'

/** Counts what a person does: one press of the mouse, one key chord, or one text whatever its length. */
export type Interactions = {
  readonly count: () => number
  readonly press: (chord: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly click: (target: ReturnType<Page['getByRole']>) => Promise<void>
}

export function interactions(page: Page): Interactions {
  let done = 0
  return {
    count: () => done,
    press: async (chord) => {
      done += 1
      await page.keyboard.press(chord)
    },
    type: async (text) => {
      done += 1
      await page.keyboard.type(text)
    },
    click: async (target) => {
      done += 1
      await target.click()
    },
  }
}

/** Makes a network through the API, as the welcome page does, and gives its address. */
export async function makeNetwork(page: Page, template: 'value-network' | 'sample' | 'blank', name = 'Bright Clinics'): Promise<string> {
  const answer = await page.request.post('/api/v1/networks', { data: { name, template, timeZone: 'Europe/Berlin' } })
  const { item } = await answer.json()
  return `/${item.slug}`
}
