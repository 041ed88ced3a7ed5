import { z } from 'zod'
import { StartError } from '../../db/start-error.ts'
import { withoutPassword } from './database-url.ts'

const loopbackHosts = ['localhost', '127.0.0.1', '::1']

const variables = z.object({
  DATABASE_URL: z
    .string()
    .default('file:./data/weft.db')
    .refine(
      (url) => /^file:.+/.test(url) || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
      'Give file:PATH, such as file:./data/weft.db, or postgres://USER:PASSWORD@HOST/DATABASE.',
    ),
  PORT: z
    .string()
    .default('3000')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'Give a port from 0 to 65535, such as 3000; 0 takes any free one.')
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      (host) => loopbackHosts.includes(host) || /^127(\.\d{1,3}){3}$/.test(host),
      'Leave it out, or give 127.0.0.1, ::1 or localhost: there are no accounts yet, so Weft answers this computer only.',
    ),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'Give one of trace, debug, info, warn, error, silent.').default('warn'),
  NODE_ENV: z.string().optional(),
})

export type Config = {
  readonly databaseUrl: string
  readonly port: number
  readonly host: string
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** serve the sources through Next's development server */
  readonly isDev: boolean
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

/** Hides the password of an address, so that it can be printed. */
function shown(name: string, value: string | undefined): string {
  return name === 'DATABASE_URL' ? withoutPassword(value ?? '') : (value ?? '')
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
  const { DATABASE_URL: databaseUrl, PORT: port, HOST: host, LOG_LEVEL: logLevel, NODE_ENV: mode } = parsed.data
  return { databaseUrl, port, host, logLevel, isDev: args.includes('--dev') || mode === 'development' }
}
