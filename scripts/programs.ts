import { spawnSync } from 'node:child_process'
import { chromiumPlaces, findProgram, headlessPlaces, postgresPlaces, stracePlaces } from './find-program.ts'

/** What the tests need beside Node, and what a newcomer can do where it is missing. */
const needed = {
  browser: { places: chromiumPlaces, packageName: 'chromium', says: 'Chromium' },
  postgres: { places: postgresPlaces, packageName: 'postgresql', says: 'a PostgreSQL server' },
} as const

/** What a part is quicker with, or one test is left out without: it is installed where that is possible, and nothing fails where it is not. */
const welcome = [
  { part: null, places: stracePlaces, packageName: 'strace' },
  { part: 'browser', places: headlessPlaces, packageName: 'chromium-headless-shell' },
] as const

export type Part = keyof typeof needed
export const parts: readonly Part[] = ['postgres', 'browser']
export type Programs = Readonly<Record<Part, string | null>>

function look(): Programs {
  return { browser: findProgram(chromiumPlaces), postgres: findProgram(postgresPlaces) }
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

function apt(...args: string[]): void {
  const { status, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stderr}`)
}

/** Each package by itself: one that a distribution does not have keeps no other one away. */
function install(names: readonly string[]): void {
  console.log(`Installing ${names.join(' and ')} with apt-get (once).`)
  apt('update')
  for (const name of names) apt('install', '-y', '--no-install-recommends', name)
}

function remedy(part: Part): string {
  const { says, packageName, places } = needed[part]
  return `${says} is missing: install it (Debian: apt-get install ${packageName}), name it in ${places.variable}, or leave it out with --without=${part}.`
}

function packagesFor(missing: readonly Part[], without: readonly Part[]): string[] {
  const lacking = welcome.filter(({ part, places }) => findProgram(places) === null && !without.some((left) => left === part))
  return [...missing.map((part) => needed[part].packageName), ...lacking.map(({ packageName }) => packageName)]
}

/** Finds the programs, installs what is missing where that is possible, and tells what is still missing. */
export function providePrograms(without: readonly Part[]): { programs: Programs; missing: readonly string[] } {
  const lacks = (programs: Programs) => parts.filter((part) => !without.includes(part) && programs[part] === null)
  const packages = packagesFor(lacks(look()), without)
  if (packages.length > 0 && canInstall()) install(packages)
  const programs = look()
  return { programs, missing: lacks(programs).map(remedy) }
}
