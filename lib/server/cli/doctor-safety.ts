import { existsSync, readFileSync, statSync } from 'node:fs'
import { ask } from '../../../db/query.ts'
import { secretFileOf, weaknessOf } from '../auth/secret.ts'
import type { Source } from '../backup/source.ts'
import type { Config } from '../config.ts'
import { isLoopback } from '../config-variables.ts'
import { isPostgres } from '../database-url.ts'
import { fileOf } from '../store.ts'
import type { Finding } from './finding.ts'

function reachFinding({ host, baseUrl }: Config): Finding {
  const about = 'reach'
  if (isLoopback(host) && baseUrl === null) return { about, isWell: true, found: 'this computer only' }
  if (baseUrl?.startsWith('https:')) return { about, isWell: true, found: `${baseUrl}, encrypted` }
  const isOnlyHere = isLoopback(host) && isLoopback(new URL(baseUrl ?? 'http://localhost').hostname)
  if (isOnlyHere) return { about, isWell: true, found: `${baseUrl}: this computer only` }
  return {
    about,
    isWell: false,
    found: `${baseUrl} is not encrypted: passwords and cookies can be read on their way. Put a proxy with HTTPS before it, and give BASE_URL=https://…`,
  }
}

/** A server that answers by https stands behind a proxy, and knows its visitors by what that proxy says. */
function proxyFinding({ baseUrl, trustedProxies }: Config): Finding[] {
  if (!baseUrl?.startsWith('https:')) return []
  const about = 'proxy'
  if (trustedProxies.length > 0) return [{ about, isWell: true, found: `believed at ${trustedProxies.join(', ')}` }]
  const found =
    'none is trusted: everybody seems to come from the proxy, and the wrong passwords of one keep all from signing in. Give TRUSTED_PROXIES, such as 127.0.0.1.'
  return [{ about, isWell: true, isWeak: true, found }]
}

function secretFinding({ secret, databaseUrl }: Config): Finding {
  const about = 'secret'
  const path = secretFileOf(databaseUrl, 'secret')
  const where = secret === null ? path : 'WEFT_SECRET'
  if (secret === null && !existsSync(path)) return { about, isWell: true, found: 'none yet; the first start writes one beside the database' }
  const weakness = weaknessOf(secret ?? readFileSync(path, 'utf8').trim())
  return {
    about,
    isWell: weakness === null,
    found: weakness === null ? `strong (${where})` : `${where} is too weak: ${weakness}. Make one with: openssl rand -base64 48`,
  }
}

function mailFinding({ mail }: Config): Finding {
  if (mail) return { about: 'mail', isWell: true, found: `from ${mail.from}` }
  return {
    about: 'mail',
    isWell: true,
    isWeak: true,
    found: 'none: invitations and new passwords have to be handed over. Give SMTP_URL and MAIL_FROM.',
  }
}

/** Windows knows no such modes. */
function modeFinding({ databaseUrl }: Config): Finding[] {
  if (process.platform === 'win32') return []
  const own = isPostgres(databaseUrl) ? [] : [fileOf(databaseUrl), `${fileOf(databaseUrl)}-wal`]
  const paths = [...own, secretFileOf(databaseUrl, 'secret'), secretFileOf(databaseUrl, 'local')].filter((path) => existsSync(path))
  const open = paths.filter((path) => (statSync(path).mode & 0o077) !== 0)
  const found = open.length === 0 ? 'read by their owner only' : `others on this computer can read them. Run: chmod 600 ${open.join(' ')}`
  return [{ about: 'files', isWell: true, isWeak: open.length > 0, found }]
}

async function userFinding({ statements, ask: read }: Source): Promise<Finding> {
  const users = (await read(ask(statements.listUsers))).filter(({ disabledAt }) => disabledAt === null)
  const without = users.filter(({ twoFactorEnabled }) => !twoFactorEnabled)
  const owners = without.filter(({ isInstanceOwner }) => isInstanceOwner)
  if (users.length === 0)
    return { about: 'accounts', isWell: true, isWeak: true, found: 'none: whoever opens the link of the start line becomes the owner' }
  const factor = without.length === 0 ? 'all with a second factor' : `${without.length} without a second factor`
  const warned = owners.length === 0 ? '' : `. An owner of the server without one: ${owners.map(({ email }) => email).join(', ')}`
  return { about: 'accounts', isWell: true, isWeak: owners.length > 0, found: `${users.length}, ${factor}${warned}` }
}

const patienceMs = 5 * 60_000

/** Sessions, links and limits end by the clock: one that was put back lets them live on. */
async function clockFinding({ statements, ask: read }: Source, now: Date): Promise<Finding> {
  const made = [...(await read(ask(statements.listUsers))), ...(await read(ask(statements.listNetworks)))].map(({ createdAt }) => createdAt.getTime())
  const latest = Math.max(0, ...made)
  const isBehind = latest > now.getTime() + patienceMs
  const found = isBehind
    ? `it says ${now.toISOString()}, and the database knows ${new Date(latest).toISOString()}. Set the clock.`
    : now.toISOString()
  return { about: 'clock', isWell: !isBehind, found }
}

/** What is weak about a server: reach, secrets, mail, files. */
export function configFindings(config: Config): Finding[] {
  return [reachFinding(config), ...proxyFinding(config), secretFinding(config), ...modeFinding(config), mailFinding(config)]
}

/** What is weak about its accounts. The schema has to be up to date. */
export async function accountFindings(source: Source, now: Date): Promise<Finding[]> {
  return [await userFinding(source), await clockFinding(source, now)]
}
