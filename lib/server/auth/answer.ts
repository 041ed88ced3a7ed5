import { type ApiErrorCode, problemOf } from '../../contract/error.ts'
import type { Endpoint } from './endpoints.ts'

/** What the library calls a failure, and what we call it. Anything else goes by its status. */
const codeByReason: Readonly<Record<string, ApiErrorCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'SIGN_IN_REFUSED',
  INVALID_EMAIL: 'SIGN_IN_REFUSED',
  ACCOUNT_DISABLED: 'SIGN_IN_REFUSED',
  INVALID_CODE: 'SIGN_IN_REFUSED',
  INVALID_BACKUP_CODE: 'SIGN_IN_REFUSED',
  INVALID_TWO_FACTOR_COOKIE: 'SIGN_IN_REFUSED',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'TOO_MANY_REQUESTS',
  ACCOUNT_TEMPORARILY_LOCKED: 'TOO_MANY_REQUESTS',
  PROVIDER_NOT_FOUND: 'NOT_FOUND',
}

const sentences: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail address and the password do not belong together. Try again, or have your password reset.',
  INVALID_EMAIL: 'The e-mail address and the password do not belong together. Try again, or have your password reset.',
  ACCOUNT_DISABLED: 'This account cannot sign in. Ask the owner of this server.',
  INVALID_CODE: 'This code is not right. Take the one that your app shows now.',
  INVALID_BACKUP_CODE: 'This recovery code is not right, or was used before.',
  INVALID_TWO_FACTOR_COOKIE: 'The sign-in took too long. Begin again with your password.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'There were too many wrong codes. Begin again with your password.',
  ACCOUNT_TEMPORARILY_LOCKED: 'There were too many wrong codes. Wait a quarter of an hour, then try again.',
  INVALID_PASSWORD: 'This is not your password.',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'This account has no password yet: it signs in elsewhere. Have a password set by “Forgot your password?”.',
  TOTP_ALREADY_ENABLED: 'The second factor is on already. Turn it off first.',
  TOTP_NOT_ENABLED: 'There is no second factor to be checked. Turn it on first.',
  PROVIDER_NOT_FOUND: 'This server knows no such way to sign in, or its provider does not answer.',
}

const codeByStatus: Readonly<Record<number, ApiErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  415: 'MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
}

/** How long the library takes no code after too many wrong ones. */
const lockSeconds = 900

/** Where in the body the password stood that was not the user's. */
const passwordPath: Readonly<Record<string, string>> = { '/change-password': 'currentPassword' }

async function textOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function fieldOf(value: unknown, name: string): string {
  const field: unknown = Reflect.get(Object(value), name)
  return typeof field === 'string' ? field : ''
}

function problemOfRefusal({ path }: Endpoint, status: number, body: unknown) {
  const reason = fieldOf(body, 'code')
  const detail = sentences[reason] ?? (fieldOf(body, 'message') || 'The request was refused')
  const faults = reason === 'INVALID_PASSWORD' ? [{ path: passwordPath[path] ?? 'password', message: 'is not your password' }] : []
  return problemOf(codeByReason[reason] ?? codeByStatus[status] ?? 'VALIDATION', detail, { faults, reason })
}

/** An answer without the session's token: only the cookie carries it, which no script can read. */
function withoutToken(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const kept = Object.entries(value).filter(([name]) => name !== 'token')
  return Object.fromEntries(kept.map(([name, each]) => [name, name === 'session' ? withoutToken(each) : each]))
}

/** The library's answer in our form: a refusal as a problem, no session token in a body, nothing kept by a cache. */
export async function answerOf(endpoint: Endpoint, response: Response): Promise<Response> {
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
  const location = response.headers.get('location')
  if (response.status === 302 && location !== null) {
    headers.set('location', location)
    return new Response(null, { status: 302, headers })
  }
  const body = await textOf(response)
  if (response.ok) {
    headers.set('content-type', 'application/json')
    return new Response(JSON.stringify(withoutToken(body)), { status: response.status, headers })
  }
  if (response.status >= 500) throw new Error(`the account library failed with ${response.status} at ${endpoint.path}`)
  const problem = problemOfRefusal(endpoint, response.status, body)
  headers.set('content-type', 'application/problem+json')
  if (problem.status === 429) headers.set('retry-after', String(lockSeconds))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
