import type { Import, SourceFile } from './source-file.ts'

/** One rule on what a file may import: `forbids` says whether an import breaks it. */
export type ImportRule = {
  readonly name: string
  readonly remedy: string
  readonly appliesTo: (path: string) => boolean
  readonly forbids: (each: Import, file: SourceFile) => boolean
}

const under =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`))
const isOwn = (target: string) => /^(app|lib|db|bin|scripts|tests|drizzle)\//.test(target)
const isPackage = (target: string) => !(isOwn(target) || target.startsWith('node:') || target.startsWith('.'))
const isOneOf = (...names: string[]) => {
  return (target: string) => names.some((name) => target === name || target.startsWith(`${name}/`))
}

const isFramework = isOneOf('next', 'react', 'react-dom')
const isDriver = isOneOf('drizzle-orm', 'better-sqlite3', 'pg')
const d3Math = isOneOf('d3', 'd3-array', 'd3-shape', 'd3-scale', 'd3-path', 'd3-interpolate', 'd3-quadtree', 'd3-hierarchy')
const drawsDom = [
  'select',
  'selectAll',
  'selection',
  'zoom',
  'zoomIdentity',
  'zoomTransform',
  'drag',
  'brush',
  'transition',
  'pointer',
  'create',
  'axisBottom',
  'axisLeft',
]
const usesZoom = (path: string) => /(^|\/)zoom-gestures\.ts$/.test(path)
const writesRows = (path: string) => path.startsWith('db/') || /^lib\/server\/(store|commit|load|history|jobs)(\/|-[\w-]+\.ts$|\.ts$)/.test(path)

/** A folder and all that it may import; whatever else it imports breaks the rule. */
function only(name: string, folder: string, may: (each: Import) => boolean, remedy: string): ImportRule {
  return { name, remedy, appliesTo: under(folder), forbids: (each) => !(may(each) || under(folder)(each.target)) }
}

/** The import law of ARCHITECTURE.md, as data. Each rule has one file in tests/fixtures/import-law that breaks it. */
export const importRules: readonly ImportRule[] = [
  only('domain-is-pure', 'lib/domain', ({ target }) => isOneOf('zod', 'd3-array')(target), 'the domain imports itself, zod and d3-array'),
  only(
    'layout-is-geometry',
    'lib/layout',
    ({ target, isType }) => d3Math(target) || target === 'lib/domain/time.ts' || (isType && under('lib/domain')(target)),
    'layout imports types of the domain, its arithmetic of days, and d3 mathematics; hand it plain data',
  ),
  only(
    'contract-describes',
    'lib/contract',
    ({ target }) => target === 'zod' || under('lib/domain')(target),
    'the contract imports the domain and zod',
  ),
  only(
    'db-is-tables',
    'db',
    ({ target, isType }) =>
      isDriver(target) ||
      isOneOf('drizzle-kit')(target) ||
      target.startsWith('node:') ||
      (under('lib/domain')(target) && (isType || target === 'lib/domain/vocabulary.ts')),
    'db imports types and value lists of the domain, drizzle-orm and drivers',
  ),
  only(
    'server-knows-no-screen',
    'lib/server',
    ({ target }) => under('lib/domain', 'lib/contract', 'db')(target) || target === 'package.json' || !isOwn(target),
    'the server imports domain, contract, db and vendor packages',
  ),
  only(
    'client-knows-no-server',
    'lib/client',
    ({ target }) =>
      under('lib/domain', 'lib/contract', 'lib/layout')(target) ||
      (isPackage(target) && !isDriver(target) && !isOneOf('hono', '@hono', 'next')(target)),
    'the client imports domain, contract, layout, react and query; it talks to the server by the API',
  ),
  only(
    'app-shows',
    'app',
    ({ target }) =>
      under('lib/client', 'lib/domain', 'lib/contract', 'lib/layout')(target) ||
      (isPackage(target) && !isDriver(target) && !isOneOf('hono', '@hono')(target)),
    'pages get their data by the handle or the API, never from db or lib/server',
  ),
  {
    name: 'nobody-imports-app',
    remedy: 'what both need belongs into lib',
    appliesTo: under('lib', 'db', 'scripts', 'bin'),
    forbids: ({ target }) => under('app')(target),
  },
  {
    name: 'rows-in-one-place',
    remedy: 'drizzle-orm and drivers stay in db and in the files of lib/server that load and commit',
    appliesTo: (path) => under('lib', 'app')(path) && !writesRows(path),
    forbids: ({ target }) => isDriver(target),
  },
  {
    name: 'no-framework-below-app',
    remedy: 'next and react belong to app and lib/client; only lib/server/pages.ts hands requests to next',
    appliesTo: (path) => under('lib/domain', 'lib/layout', 'lib/contract', 'lib/server', 'db')(path) && path !== 'lib/server/pages.ts',
    forbids: ({ target }) => isFramework(target),
  },
  {
    name: 'd3-computes',
    remedy: 'D3 computes, React draws: selections and zoom live in zoom-gestures.ts',
    appliesTo: (path) => under('app', 'lib')(path) && !usesZoom(path),
    forbids: ({ target, names, isType }) =>
      !isType &&
      (isOneOf('d3-selection', 'd3-zoom', 'd3-drag', 'd3-transition')(target) || (target === 'd3' && names.some((name) => drawsDom.includes(name)))),
  },
  {
    name: 'launcher-needs-nothing',
    remedy: 'bin runs before a package is installed: node: modules and itself only',
    appliesTo: under('bin'),
    forbids: ({ target }) => !(target.startsWith('node:') || under('bin')(target)),
  },
  {
    name: 'tests-stay-outside',
    remedy: 'what a program needs does not belong into tests',
    appliesTo: under('app', 'lib', 'db', 'bin'),
    forbids: ({ target }) => under('tests', 'scripts')(target),
  },
]
