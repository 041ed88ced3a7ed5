import type { Browser, Page } from '@playwright/test'

type Invited = {
  /** the address of the network, such as `/bright-clinics` */
  readonly network: string
  readonly role: string
  /** the person of the network that the guest is; a new one where it is left out */
  readonly personId?: string
  readonly name?: string
}

let guests = 0

/** A second person with an account of their own in a network of the signed-in owner, in a browser of their own. */
export async function invite(owner: Page, browser: Browser, { network, role, personId, name = 'Gus Guest' }: Invited): Promise<Page> {
  const origin = new URL(owner.url()).origin
  const data = { role, ...(personId ? { personId } : {}) }
  const invited = await owner.request.post(`/api/v1/networks${network}/invitations`, { data })
  if (invited.status() !== 201) throw new Error(`nobody was invited: ${invited.status()} ${await invited.text()}`)
  const { path } = await invited.json()
  const context = await browser.newContext({ baseURL: origin, storageState: { cookies: [], origins: [] }, extraHTTPHeaders: { origin } })
  const page = await context.newPage()
  guests += 1
  const account = { name, email: `guest-${guests}@example.org`, password: 'nine loud sparrows at dawn' }
  const accepted = await page.request.post(`/api/v1/invitations/${String(path).split('/').at(-1)}/accept`, { data: account })
  if (!accepted.ok()) throw new Error(`the invitation was not accepted: ${accepted.status()} ${await accepted.text()}`)
  const signedIn = await page.request.post('/api/auth/sign-in/email', { data: { email: account.email, password: account.password } })
  if (!signedIn.ok()) throw new Error(`the guest could not sign in: ${signedIn.status()} ${await signedIn.text()}`)
  return page
}
