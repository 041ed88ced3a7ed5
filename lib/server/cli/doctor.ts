import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { pendingMigrations, readMigrations } from '../../../db/migrate.ts'
import { ask } from '../../../db/query.ts'
import { announced } from '../address-file.ts'
import type { Source } from '../backup/source.ts'
import { type Config, readConfig } from '../config.ts'
import { isPostgres, withoutPassword } from '../database-url.ts'
import { projectRoot } from '../root.ts'
import { fileOf } from '../store.ts'
import { databaseFlag, databaseUrlOf, reading, runningServer } from './database.ts'
import { historyFinding } from './doctor-history.ts'
import { backupFinding, tellingFindings } from './doctor-operation.ts'
import { accountFindings, configFindings } from './doctor-safety.ts'
import type { Finding } from './finding.ts'
import { type Report, Unavailable, type Verb } from './verb.ts'

const leastFreeMegabytes = 100

function nodeFinding(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return {
    about: 'Node',
    isWell: major >= 24,
    found: major >= 24 ? process.versions.node : `${process.versions.node} is too old; 24 or later is needed. Start through npm, which brings it.`,
  }
}

function schemaFinding({ dialect, migrations }: Source): Finding {
  const about = 'schema'
  if (migrations.length === 0) return { about, isWell: false, found: 'This database is not one of Weft.' }
  try {
    const pending = pendingMigrations(readMigrations(projectRoot(), dialect), migrations)
    return {
      about,
      isWell: true,
      found: pending.length === 0 ? `up to date (${migrations.at(-1)})` : `${pending.length} migrations to come; the next start applies them`,
    }
  } catch (error) {
    return { about, isWell: false, found: error instanceof Error ? error.message : String(error) }
  }
}

async function damageFinding(source: Source): Promise<Finding> {
  const damage = await source.damage()
  if (damage === null) return { about: 'integrity', isWell: true, found: 'not looked at: PostgreSQL checks its pages and references itself' }
  return {
    about: 'integrity',
    isWell: damage.length === 0,
    found: damage.length === 0 ? 'sound' : `damaged: ${damage.slice(0, 5).join('; ')}. Restore a backup.`,
  }
}

async function contentFinding({ statements, ask: read }: Source): Promise<Finding> {
  const networks = await read(ask(statements.listNetworks))
  return {
    about: 'networks',
    isWell: true,
    found:
      networks.length === 0 ? 'none' : networks.map(({ name, slug, id, revision }) => `${name} (${slug ?? id}, revision ${revision})`).join(', '),
  }
}

function diskFinding(databaseUrl: string): Finding[] {
  if (isPostgres(databaseUrl)) return []
  const folder = dirname(fileOf(databaseUrl))
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.round((bavail * bsize) / 2 ** 20)
  return [
    { about: 'disk', isWell: free >= leastFreeMegabytes, found: `${free} MB free in ${folder}${free >= leastFreeMegabytes ? '' : '. Make room.'}` },
  ]
}

/** Where the server listens, or why that cannot be told. */
function addressOf(databaseUrl: string): string | null | Unavailable {
  try {
    return runningServer(databaseUrl)?.address ?? null
  } catch (error) {
    if (error instanceof Unavailable) return error
    throw error
  }
}

async function serverFinding(databaseUrl: string): Promise<Finding> {
  const about = 'server'
  if (isPostgres(databaseUrl)) return { about, isWell: true, found: 'not looked for: several may use one PostgreSQL' }
  const address = addressOf(databaseUrl)
  if (address instanceof Unavailable) return { about, isWell: false, found: address.message }
  if (!address) return { about, isWell: true, found: announced(databaseUrl) ? 'none runs; the last one did not end by itself' : 'none runs' }
  const response = await fetch(`${address}/readyz`).catch(() => null)
  return { about, isWell: response?.ok ?? false, found: response?.ok ? `ready at ${address}` : `not ready at ${address}` }
}

async function examine(source: Source, config: Config, now: Date): Promise<Finding[]> {
  const { databaseUrl } = config
  const schema = schemaFinding(source)
  const isCurrent = schema.isWell && source.migrations.length === readMigrations(projectRoot(), source.dialect).length
  const content = source.migrations.length === 0 ? [] : [await damageFinding(source), await contentFinding(source)]
  return [
    nodeFinding(),
    { about: 'database', isWell: true, found: withoutPassword(databaseUrl) },
    schema,
    ...content,
    ...(isCurrent ? [await historyFinding(source), ...(await accountFindings(source, now)), await backupFinding(source, config, now)] : []),
    ...configFindings(config),
    ...tellingFindings(config),
    ...diskFinding(databaseUrl),
    await serverFinding(databaseUrl),
  ]
}

function markOf({ isWell, isWeak = false }: Finding): string {
  if (!isWell) return 'WRONG'
  return isWeak ? 'weak ' : 'ok   '
}

function reportOf(findings: readonly Finding[]): Report {
  const isWell = findings.every((finding) => finding.isWell)
  const lines = findings.map((finding) => `${markOf(finding)}  ${finding.about.padEnd(10)} ${finding.found}`)
  return { exitCode: isWell ? 0 : 1, data: { isWell, findings }, lines }
}

export const doctor: Verb = {
  name: 'doctor',
  says: 'check the program, the configuration and the database',
  takes: [],
  flags: databaseFlag,
  help: [
    'Reads only, also beside a running server: integrity of every page and reference, every history replayed and held against its tables, schema, disk, whether the server answers, and what is weak about its accounts and its reach.',
  ],
  run: async (given, world) => {
    const databaseUrl = databaseUrlOf(given, world)
    const config = { ...readConfig(world.env), databaseUrl }
    return reading(databaseUrl, async (source) => reportOf(await examine(source, config, world.now()))).catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error
      return { ...reportOf([nodeFinding(), { about: 'database', isWell: false, found: error.message }]), exitCode: 3 as const }
    })
  },
}
