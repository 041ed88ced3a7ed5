import { spawnSync } from 'node:child_process'
import { chromiumPlaces, findProgram, postgresPlaces, stracePlaces } from './find-program.ts'

/** What the tests need beside Node, and what a newcomer can do where it is missing. */
const needed = {
  browser: { places: chromiumPlaces, packageName: 'chromium', says: 'Chromium' },
  postgres: { places: postgresPlaces, packageName: 'postgresql', says: 'a PostgreSQL server' },
} as const

/** What one test is left out without: it comes along where something can be installed. */
const welcome = [{ places: stracePlaces, packageName: 'strace' }] as const

export type Part = keyof typeof needed
export const parts: readonly Part[] = ['postgres', 'browser']
export type Programs = Readonly<Record<Part, string | null>>

function look(): Programs {
  return { browser: findProgram(chromiumPlaces), postgres: findProgram(postgresPlaces) }
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

function namesOf(missing: readonly Part[]): string[] {
  const lacking = welcome.filter(({ places }) => findProgram(places) === null)
  return [...missing.map((part) => needed[part].packageName), ...lacking.map(({ packageName }) => packageName)]
}

function install(names: readonly string[]): void {
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
  const names = namesOf(lacks(look()))
  if (names.length > 0 && canInstall()) install(names)
  const programs = look()
  return { programs, missing: lacks(programs).map(remedy) }
}
