import { resolve } from 'node:path'
import type { z } from 'zod'
import { StartError } from '../../db/start-error.ts'
import type { Keep } from './backup/retention.ts'
import { atNight, variables } from './config-variables.ts'
import { withoutPassword } from './database-url.ts'

/** How to sign in at a provider of OpenID Connect. */
export type OidcConfig = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** what the button says */
  readonly name: string
  /** whose verified addresses may make an account without an invitation */
  readonly allowedDomains: readonly string[]
}

/** Copies that the server makes by itself. */
export type BackupPlan = {
  readonly folder: string
  /** a pattern of cron, in the time zone of the server */
  readonly at: string
  readonly keep: Keep
}

/** Who may read the numbers of the server: programs of this computer, or whoever has the token. */
export type MetricsDoor = { readonly token: string | null }

export type Config = {
  readonly databaseUrl: string
  readonly port: number
  readonly host: string
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** serve the sources through Next's development server */
  readonly isDev: boolean
  /** scheme and host under which browsers reach this server; null where that is this computer itself */
  readonly baseUrl: string | null
  readonly trustedProxies: readonly string[]
  /** WEFT_SECRET as given; null where the file beside the database holds it */
  readonly secret: string | null
  /** hosts that webhooks may reach although they are not on the public internet */
  readonly webhookAllowedHosts: readonly string[]
  readonly mail: { readonly url: string; readonly from: string } | null
  readonly oidc: OidcConfig | null
  /** null where the numbers are told to nobody */
  readonly metrics: MetricsDoor | null
  /** null where the server makes no copies by itself */
  readonly backup: BackupPlan | null
}

const nameByFlag: Readonly<Record<string, string>> = { '--port': 'PORT', '--host': 'HOST', '--database': 'DATABASE_URL' }

/** Flags as the variables that they stand for. */
function flagsOf(args: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [at, arg] of args.entries()) {
    const [flag = '', inline] = arg.split(/=(.*)/s)
    const name = nameByFlag[flag]
    const value = inline ?? args[at + 1]
    if (name && value === undefined) throw new StartError(`${flag} needs a value.`)
    if (name && value !== undefined) found[name] = value
  }
  return found
}

function withoutEmpty(env: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
}

const secretNames = ['WEFT_SECRET', 'OIDC_CLIENT_SECRET', 'METRICS']

/** A value as it may be printed: no secret, and no password of an address. */
function shown(name: string, value: string | undefined): string {
  if (secretNames.includes(name)) return value === undefined ? '' : '…'
  return /_URL$/.test(name) ? withoutPassword(value ?? '') : (value ?? '')
}

type Variables = z.output<typeof variables>

function oidcOf({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, ...rest }: Variables): OidcConfig | null {
  if (!issuer || !clientId || !clientSecret) return null
  return { issuer, clientId, clientSecret, name: rest.OIDC_NAME, allowedDomains: rest.OIDC_ALLOWED_DOMAINS }
}

function metricsOf({ METRICS }: Variables): MetricsDoor | null {
  if (METRICS === 'off') return null
  return { token: METRICS === 'on' ? null : METRICS }
}

function backupOf({ BACKUP_DIR, BACKUP_AT = atNight, BACKUP_KEEP }: Variables): BackupPlan | null {
  return BACKUP_DIR ? { folder: resolve(BACKUP_DIR), at: BACKUP_AT, keep: BACKUP_KEEP } : null
}

/**
 * Reads the configuration; flags win over variables.
 *
 * @throws StartError with each wrong variable, its value and the remedy
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, args: readonly string[] = []): Config {
  const given = withoutEmpty({ ...env, ...flagsOf(args) })
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${String(path[0])}=${shown(String(path[0]), given[String(path[0])])}: ${message}`)
    throw new StartError(['Weft cannot start with this configuration:', ...lines].join('\n'))
  }
  const { data } = parsed
  return {
    databaseUrl: data.DATABASE_URL,
    port: data.PORT,
    host: data.HOST,
    logLevel: data.LOG_LEVEL,
    isDev: args.includes('--dev') || data.NODE_ENV === 'development',
    baseUrl: data.BASE_URL ?? null,
    trustedProxies: data.TRUSTED_PROXIES,
    secret: data.WEFT_SECRET ?? null,
    webhookAllowedHosts: data.WEBHOOK_ALLOWED_HOSTS,
    mail: data.SMTP_URL && data.MAIL_FROM ? { url: data.SMTP_URL, from: data.MAIL_FROM } : null,
    oidc: oidcOf(data),
    metrics: metricsOf(data),
    backup: backupOf(data),
  }
}
