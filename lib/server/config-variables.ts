import { z } from 'zod'
import { keepOf } from './backup/retention.ts'
import { isNetwork } from './client-address.ts'
import { nextTurn } from './jobs/schedule.ts'
import { isAllowedHostEntry } from './outbox/addresses.ts'

/** Whether a host is this computer itself, which nobody else reaches. */
export function isLoopback(host: string): boolean {
  return ['localhost', '::1'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Scheme and host alone: links and cookies are made of it. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/' && !/[?#@]/.test(text)
}

const databaseUrl = z
  .string()
  .default('file:./data/weft.db')
  .refine(
    (url) => /^file:.+/.test(url) || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
    'Give file:PATH, such as file:./data/weft.db, or postgres://USER:PASSWORD@HOST/DATABASE.',
  )

const port = z
  .string()
  .default('3000')
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'Give a port from 0 to 65535, such as 3000; 0 takes any free one.')
  .transform(Number)

const origin = z
  .string()
  .refine(isOrigin, 'Give scheme and host alone, such as https://weft.example.org.')
  .transform((text) => new URL(text).origin)

const signIn = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/, message: 'Give the address of the provider, such as https://login.example.org.' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('Single sign-on'),
  OIDC_ALLOWED_DOMAINS: z
    .string()
    .default('')
    .transform((text) => listed(text).map((domain) => domain.toLowerCase())),
}

const mail = {
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url), 'Give smtp://USER:PASSWORD@HOST:587 or smtps://….')
    .optional(),
  MAIL_FROM: z.string().regex(/@/, 'Give the address that mails come from, such as “Weft <weft@example.org>”.').optional(),
}

function isCron(pattern: string): boolean {
  try {
    nextTurn({ cron: pattern }, new Date(0))
    return true
  } catch {
    return false
  }
}

/** When copies are made unless said otherwise: at night. */
export const atNight = '0 3 * * *'
const leastTokenLength = 16

const operation = {
  METRICS: z
    .string()
    .refine(
      (text) => ['on', 'off'].includes(text) || (text.length >= leastTokenLength && /^[\x21-\x7e]+$/.test(text)),
      `Give on (for programs of this computer), off, or a token of ${leastTokenLength} signs or more without spaces.`,
    )
    .default('off'),
  BACKUP_DIR: z.string().optional(),
  BACKUP_AT: z.string().refine(isCron, `Give a pattern of cron with five parts, such as “${atNight}” for every night at three.`).optional(),
  BACKUP_KEEP: z
    .string()
    .default('7/4/6')
    .refine((text) => keepOf(text) !== null, 'Give how many copies of days, weeks and months are kept, such as 7/4/6; at least one of days.')
    .transform((text) => keepOf(text) ?? { daily: 7, weekly: 4, monthly: 6 }),
}

const all = z.object({
  DATABASE_URL: databaseUrl,
  PORT: port,
  HOST: z.string().max(255).default('127.0.0.1'),
  BASE_URL: origin.optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listed)
    .refine((networks) => networks.every(isNetwork), 'Give addresses or networks of your proxies, such as 127.0.0.1,10.0.0.0/8.'),
  WEBHOOK_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform(listed)
    .refine((hosts) => hosts.every(isAllowedHostEntry), 'Give hosts, each with a port if only that is meant, such as hooks.internal,10.0.0.7:8080.'),
  WEFT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'Give one of trace, debug, info, warn, error, silent.').default('warn'),
  NODE_ENV: z.string().optional(),
  ...operation,
  ...mail,
  ...signIn,
})

type Given = z.output<typeof all>

/** What has to be there because of something else. */
function* missing(given: Given): Generator<readonly [keyof Given, string]> {
  if (!isLoopback(given.HOST) && !given.BASE_URL)
    yield ['HOST', 'Give BASE_URL, too, such as https://weft.example.org: others reach this server, and it answers under that name only.']
  if (given.METRICS === 'on' && given.BASE_URL && !isLoopback(new URL(given.BASE_URL).hostname))
    yield [
      'METRICS',
      'Give a token of 16 signs or more: a proxy on this computer looks like a program of it, and would hand the numbers to everybody.',
    ]
  if (given.SMTP_URL && !given.MAIL_FROM) yield ['SMTP_URL', 'Give MAIL_FROM, too, such as “Weft <weft@example.org>”.']
  if (given.BACKUP_AT && !given.BACKUP_DIR) yield ['BACKUP_AT', 'Give BACKUP_DIR, too: the folder that the copies go to.']
  const oidc = [given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET]
  if (oidc.some(Boolean) && !oidc.every(Boolean)) yield ['OIDC_ISSUER', 'Give OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together.']
  if (oidc.every(Boolean) && !given.BASE_URL) yield ['OIDC_ISSUER', 'Give BASE_URL, too: the provider leads back to it.']
}

/** The variables of the environment that Weft reads. */
export const variables = all.superRefine((given, context) => {
  for (const [name, message] of missing(given)) context.addIssue({ code: 'custom', path: [name], message })
})
