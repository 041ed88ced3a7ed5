import { globSync } from 'node:fs'
import { sep } from 'node:path'
import { importRules } from './law.ts'
import { type Breach, findImpurities } from './purity.ts'
import { findRings } from './rings.ts'
import { isThere, readSource, type SourceFile } from './source-file.ts'

/** Paths of all sources of a project, relative to its root, with forward slashes. */
export function sourcesUnder(root: string): string[] {
  return globSync('{app,lib,db,bin,scripts}/**/*.{ts,tsx,mjs,js}', { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .sort()
}

function breachesOfImports(file: SourceFile): Breach[] {
  return importRules
    .filter(({ appliesTo }) => appliesTo(file.path))
    .flatMap(({ name, remedy, forbids }) =>
      file.imports
        .filter((each) => forbids(each, file))
        .map(({ target, line }) => ({ path: file.path, line, rule: name, remedy: `it imports ${target}; ${remedy}` })),
    )
}

function missingTargets(root: string, file: SourceFile): Breach[] {
  return file.imports
    .filter((each) => each.target.includes('/') && /^(app|lib|db|bin|scripts|tests)\//.test(each.target) && !isThere(root, each))
    .map(({ target, line }) => ({ path: file.path, line, rule: 'imports-exist', remedy: `there is no ${target}` }))
}

function breachesOfRings(files: readonly SourceFile[]): Breach[] {
  return findRings(files).map(([path = '', ...rest]) => ({ path, line: 1, rule: 'no-rings', remedy: `it imports itself by ${rest.join(' → ')}` }))
}

/** Every breach of the import law in a project. */
export function findBreaches(root: string): Breach[] {
  const files = sourcesUnder(root).map((path) => readSource(root, path))
  return [...files.flatMap((file) => [...breachesOfImports(file), ...missingTargets(root, file), ...findImpurities(file)]), ...breachesOfRings(files)]
}
