import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

export const phone = { width: 390, height: 844 } as const

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
export const votes = (page: Page) => page.getByRole('group', { name: /^Your vote: / })

/** The check of the node whose name is given, before it is started. */
export async function checkOf(page: Page, network: string, name = 'New clients'): Promise<string> {
  const { items } = await (await page.request.get(`/api/v1/networks${network}/nodes?limit=200`)).json()
  const { id } = items.find((each: { name: string }) => each.name === name)
  await page.goto(`${network}/check?node=${id}`)
  await expect(button(page, /Start the check/)).toBeVisible()
  return id
}
