import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, runQuiet, tools } from '../run.ts'

const scratch = join('.weft', 'migrations')
const drizzleNameOf = { sqlite: 'sqlite', postgres: 'postgresql' } as const
type Dialect = keyof typeof drizzleNameOf

function migrationsIn(folder: string): string[] {
  return readdirSync(join(root, folder)).filter((name) => name.endsWith('.sql'))
}

/** Generates into a copy: a migration that appears there is one that was forgotten here. */
async function forgotten(dialect: Dialect): Promise<string[]> {
  const copy = join(scratch, dialect)
  rmSync(join(root, copy), { recursive: true, force: true })
  cpSync(join(root, 'drizzle', dialect), join(root, copy), { recursive: true })
  const { code, output } = await runQuiet([
    tools.drizzle,
    'generate',
    `--dialect=${drizzleNameOf[dialect]}`,
    `--schema=./db/schema.${dialect}.ts`,
    `--out=./${copy}`,
  ])
  if (code !== 0) return [output]
  const known = migrationsIn(join('drizzle', dialect))
  return migrationsIn(copy)
    .filter((name) => !known.includes(name))
    .map((name) => `${dialect}: the schema asks for ${name}; run npm run db:generate and commit what it writes`)
}

/** Migrations that the schema asks for and nobody has generated. */
export async function findForgottenMigrations(): Promise<string[]> {
  const faults = [...(await forgotten('sqlite')), ...(await forgotten('postgres'))]
  rmSync(join(root, scratch), { recursive: true, force: true })
  return faults
}
