import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider says about who signs in; a test changes it before a sign-in. */
export type Person = { sub: string; email: string; email_verified: boolean; name: string }

/** How the provider lies about the ID token, if it does. */
export type Lie = { readonly nonce?: string; readonly aud?: string; readonly iss?: string; readonly exp?: number; readonly isForged?: boolean }

export type OidcProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  person: Person
  lie: Lie
  /** signs in at the provider, as a person who follows the redirect does. @returns where it leads back to */
  readonly authorize: (url: string) => Promise<string>
  readonly close: () => Promise<void>
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const forger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function signed(claims: object, isForged: boolean): string {
  const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createSign('RSA-SHA256')
    .update(text)
    .sign(isForged ? forger : privateKey)
    .toString('base64url')}`
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

type Asked = { readonly challenge: string; readonly nonce: string; readonly redirect: string }

/** A provider of OpenID Connect of a test's own: code flow with PKCE, RS256, and lies where a test asks for them. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const askedByCode = new Map<string, Asked>()
  const client = { clientId: 'weft', clientSecret: 'the client secret of the test' }
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${portOf(server.address())}`
  const provider: OidcProvider = {
    ...client,
    issuer,
    person: { sub: 'sub-1', email: 'ana@example.org', email_verified: true, name: 'Ana Lind' },
    lie: {},
    authorize: async (url) => {
      const { searchParams } = new URL(url)
      const code = randomUUID()
      askedByCode.set(code, {
        challenge: searchParams.get('code_challenge') ?? '',
        nonce: searchParams.get('nonce') ?? '',
        redirect: searchParams.get('redirect_uri') ?? '',
      })
      return `${searchParams.get('redirect_uri')}?code=${code}&state=${encodeURIComponent(searchParams.get('state') ?? '')}`
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const tokens = (form: URLSearchParams, authorization: string) => {
    const asked = askedByCode.get(form.get('code') ?? '')
    askedByCode.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const basic = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
    const isClient = form.get('client_secret') === client.clientSecret || basic === `${client.clientId}:${encodeURIComponent(client.clientSecret)}`
    if (!asked || asked.challenge !== challenge || asked.redirect !== form.get('redirect_uri') || !isClient) return null
    const { isForged = false, ...lie } = provider.lie
    const now = Math.floor(Date.now() / 1_000)
    const claims = { iss: issuer, aud: client.clientId, iat: now, exp: now + 300, nonce: asked.nonce, ...provider.person, ...lie }
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: signed(claims, isForged) }
  }
  const discovery = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    code_challenge_methods_supported: ['S256'],
  }
  server.on('request', async (request, response) => {
    const send = (value: object | null) => {
      response.writeHead(value === null ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value ?? { error: 'invalid_grant' }))
    }
    if (request.url === '/.well-known/openid-configuration') return send(discovery)
    if (request.url === '/jwks') return send({ keys: [jwk] })
    if (request.url === '/userinfo') return send(provider.person)
    return send(tokens(await formOf(request), request.headers.authorization ?? ''))
  })
  return provider
}

/** Guaranteed by `listen` on a host and a port: the address is no path. */
function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return (address as AddressInfo).port
}
