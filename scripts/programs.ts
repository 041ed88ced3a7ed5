import { spawnSync } from 'node:child_process'
import { chromiumPlaces, findProgram, postgresPlaces } from './find-program.ts'

/** What the tests need beside Node, and what a newcomer can do where it is missing. */
const needed = {
  browser: { places: chromiumPlaces, packageName: 'chromium', says: 'Chromium' },
  postgres: { places: postgresPlaces, packageName: 'postgresql', says: 'a PostgreSQL server' },
} as const

export type Part = keyof typeof needed
export const parts: readonly Part[] = ['postgres', 'browser']
export type Programs = Readonly<Record<Part, string | null>>

function look(): Programs {
  return { browser: findProgram(chromiumPlaces), postgres: findProgram(postgresPlaces) }
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

function install(missing: readonly Part[]): void {
  const names = missing.map((part) => needed[part].packageName)
  console.log(`Installing ${names.join(' and ')} with apt-get (once).`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
    if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stderr}`)
  }
}

function remedy(part: Part): string {
  const { says, packageName, places } = needed[part]
  return `${says} is missing: install it (Debian: apt-get install ${packageName}), name it in ${places.variable}, or leave it out with --without=${part}.`
}

/** Finds the programs, installs what is missing where that is possible, and tells what is still missing. */
export function providePrograms(without: readonly Part[]): { programs: Programs; missing: readonly string[] } {
  const lacks = (programs: Programs) => parts.filter((part) => !without.includes(part) && programs[part] === null)
  const before = lacks(look())
  if (before.length > 0 && canInstall()) install(before)
  const programs = look()
  return { programs, missing: lacks(programs).map(remedy) }
}
