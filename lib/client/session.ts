import { eraseTyped } from './drafts/typed.ts'
import { eraseUnsent } from './network/outbox.ts'
import { sendTo } from './request.ts'
import { comeIn } from './signed-out.ts'

/** What the account library answers. Its refusals come in the same form as all others. */
type LibraryAnswer = Readonly<Record<string, unknown>>

/**
 * Calls one of the endpoints of the account library.
 *
 * @throws DomainError what was refused, as a sentence for a person; TypeError where the server cannot be reached
 */
async function ask(path: string, body: object = {}): Promise<LibraryAnswer> {
  const response = await sendTo('POST', `/api/auth${path}`, { body })
  const answer: unknown = await response.json()
  return typeof answer === 'object' && answer !== null ? { ...answer } : {}
}

function textOf(source: unknown, field: string): string {
  const value: unknown = Reflect.get(Object(source), field)
  return typeof value === 'string' ? value : ''
}

/** The account that somebody has just signed in to; null where the second step is still to come. */
export type SignedIn = { readonly userId: string } | null

function signedIn(answer: LibraryAnswer): SignedIn {
  if (answer['twoFactorRedirect'] === true) return null
  const userId = textOf(answer['user'], 'id')
  comeIn(userId)
  return { userId }
}

export async function signIn(email: string, password: string): Promise<SignedIn> {
  return signedIn(await ask('/sign-in/email', { email: email.trim(), password, rememberMe: true }))
}

/** The second step: six digits of the app, or one of the recovery codes. */
export async function giveCode(code: string): Promise<SignedIn> {
  const plain = code.replace(/\s+/g, '')
  return signedIn(await ask(/^\d{6}$/.test(plain) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code: plain }))
}

/** Where to go to sign in at the organisation's own provider; it leads back to a path of this site. */
export async function singleSignOnAddress(next: string): Promise<string> {
  return textOf(await ask('/sign-in/social', { provider: 'oidc', callbackURL: next }), 'url') || '/sign-in'
}

/** Ends the session, and takes along what its person typed here and did not save, and edits that the server does not have. */
export async function signOut(userId: string | null): Promise<void> {
  await ask('/sign-out')
  eraseTyped(userId)
  if (userId !== null) eraseUnsent(userId)
}

export async function changeName(name: string): Promise<void> {
  await ask('/update-user', { name })
}

/** Ends every other session, too. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await ask('/change-password', { currentPassword, newPassword })
}

/** A second factor that is prepared and not yet checked: the address for the app, its secret, and the codes for when the app is lost. */
export type SecondFactor = { readonly address: string; readonly secret: string; readonly recoveryCodes: readonly string[] }

function codesIn(answer: LibraryAnswer): readonly string[] {
  const codes = answer['backupCodes']
  return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : []
}

export async function prepareSecondFactor(password: string): Promise<SecondFactor> {
  const answer = await ask('/two-factor/enable', { password })
  const address = textOf(answer, 'totpURI')
  const secret = URL.canParse(address) ? (new URL(address).searchParams.get('secret') ?? '') : ''
  return { address, secret, recoveryCodes: codesIn(answer) }
}

/** The first right code turns the prepared factor on. */
export async function checkSecondFactor(code: string): Promise<void> {
  await ask('/two-factor/verify-totp', { code: code.replace(/\s+/g, '') })
}

export async function newRecoveryCodes(password: string): Promise<readonly string[]> {
  return codesIn(await ask('/two-factor/generate-backup-codes', { password }))
}

export async function dropSecondFactor(password: string): Promise<void> {
  await ask('/two-factor/disable', { password })
}
