import { type Browser, chromium } from '@playwright/test'
import config from '../../playwright.config.ts'

/** The browser of the journeys, started as they start it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(config.use?.launchOptions ?? {})
}
