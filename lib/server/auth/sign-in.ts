import { addressOf } from '../client-address.ts'
import type { Accounts } from './accounts.ts'
import { addressHeader } from './library.ts'

type SignIn = {
  readonly credentials: { readonly email: string; readonly password: string }
  readonly answer: object
  readonly status?: 200 | 201
}

/** Signs somebody in whose password was set a moment ago: a new session, whose cookie goes with the answer. */
export async function signInAs({ library, changed }: Accounts, request: Request, { credentials, answer, status = 200 }: SignIn): Promise<Response> {
  const { email, password } = credentials
  const headers = new Headers({ [addressHeader]: addressOf(request), 'user-agent': request.headers.get('user-agent') ?? '' })
  const signedIn = await library.api.signInEmail({ body: { email, password }, headers, asResponse: true })
  if (!signedIn.ok) throw new Error(`a password that was just set was refused with ${signedIn.status}`)
  changed()
  const response = new Response(JSON.stringify(answer), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })
  for (const cookie of signedIn.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
  return response
}
