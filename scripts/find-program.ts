import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program may be: a variable that names it, the names it goes by on PATH, and folders that are usually not on PATH. */
export type ProgramPlaces = {
  readonly variable: string
  readonly names: readonly string[]
  readonly folders: readonly string[]
}

/** Chromium without its windows: the same engine, a quarter quicker in tests. */
export const headlessPlaces: ProgramPlaces = {
  variable: 'WEFT_CHROMIUM',
  names: ['chromium-headless-shell'],
  folders: ['/usr/lib/chromium'],
}

export const chromiumPlaces: ProgramPlaces = {
  variable: 'WEFT_CHROMIUM',
  names: [...headlessPlaces.names, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  folders: [
    '/usr/lib/chromium',
    '/opt/google/chrome',
    '/snap/bin',
    '/Applications/Google Chrome.app/Contents/MacOS',
    '/Applications/Chromium.app/Contents/MacOS',
  ],
}

/** `WEFT_POSTGRES_BIN` names the folder or the program `postgres`; distributions keep one folder for each version. */
export const postgresPlaces: ProgramPlaces = {
  variable: 'WEFT_POSTGRES_BIN',
  names: ['postgres'],
  folders: [...versionFolders('/usr/lib/postgresql'), ...versionFolders('/usr'), '/usr/local/pgsql/bin', '/opt/homebrew/bin', '/usr/local/bin'],
}

export const stracePlaces: ProgramPlaces = { variable: 'WEFT_STRACE', names: ['strace'], folders: ['/usr/bin'] }

function versionFolders(parent: string): string[] {
  const names = isFolder(parent) ? readdirSync(parent) : []
  return names
    .filter((name) => /^(pgsql-)?\d+(\.\d+)?$/.test(name))
    .sort((a, b) => Number.parseFloat(b.replace('pgsql-', '')) - Number.parseFloat(a.replace('pgsql-', '')))
    .map((name) => join(parent, name, 'bin'))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function isProgram(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The full path of a program, or null where the machine does not have it. */
export function findProgram({ variable, names, folders }: ProgramPlaces): string | null {
  const given = process.env[variable]
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const searched = given ? [given] : [...onPath, ...folders]
  const candidates = searched.flatMap((place) => [...(given ? [place] : []), ...names.map((name) => join(place, name))])
  return candidates.find(isProgram) ?? null
}
