import type { Page } from '@playwright/test'

export type Watched = { readonly dialogs: string[]; readonly violations: string[]; readonly ran: string[] }

/** Notes whatever a payload could bring about: a dialog, a call of one of its functions, a violation of the Content-Security-Policy. */
export async function watch(page: Page): Promise<Watched> {
  const seen: Watched = { dialogs: [], violations: [], ran: [] }
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await page.exposeBinding('noteViolation', (_, text: string) => void seen.violations.push(text))
  await page.exposeBinding('noteCall', (_, text: string) => void seen.ran.push(text))
  await page.addInitScript(() => {
    const note = (name: string) => (text: string) => {
      const told: unknown = Reflect.get(window, name)
      if (typeof told === 'function') told(text)
    }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      note('noteViolation')(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
    for (const name of ['alert', 'confirm', 'prompt']) Reflect.set(window, name, () => note('noteCall')(name))
  })
  return seen
}
