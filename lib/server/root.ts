import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the project, found from this file: it lies at another depth in the build than in the source. */
export function projectRoot(from = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'drizzle'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('The folder of Weft was not found: package.json and drizzle are missing above the program.')
  return projectRoot(parent)
}
