import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { type ParseResult, parseSync } from 'oxc-parser'

/** One import, re-export or `import()` of a file. */
export type Import = {
  /** the module as it is written: a package, `node:fs`, or a path of the project where it is relative */
  readonly target: string
  /** names that are imported; empty where the whole module is */
  readonly names: readonly string[]
  /** whether nothing of it remains at run time */
  readonly isType: boolean
  readonly line: number
}

/** A parsed source file of the project; `path` is relative to the root, with forward slashes. */
export type SourceFile = {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly parsed: ParseResult
}

/** The line of a position in a text, from 1. */
export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

function targetOf(path: string, request: string): string {
  return request.startsWith('.') ? posix.join(posix.dirname(path), request) : request
}

function importsOf(path: string, text: string, { module }: ParseResult): Import[] {
  const named = (entry: { isType: boolean; importName: { name: string | null } }) => ({ name: entry.importName.name, isType: entry.isType })
  const statements = [
    ...module.staticImports.map(({ start, moduleRequest, entries }) => ({ start, request: moduleRequest.value, entries: entries.map(named) })),
    ...module.staticExports.flatMap(({ start, entries }) =>
      entries.flatMap((entry) => (entry.moduleRequest ? [{ start, request: entry.moduleRequest.value, entries: [named(entry)] }] : [])),
    ),
    ...module.dynamicImports.flatMap(({ start, moduleRequest }) => {
      const [, request] = /^['"]([^'"]+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? []
      return request ? [{ start, request, entries: [] }] : []
    }),
  ]
  return statements.map(({ start, request, entries }) => ({
    target: targetOf(path, request),
    names: entries.flatMap(({ name }) => (name === null ? [] : [name])),
    isType: entries.length > 0 && entries.every(({ isType }) => isType),
    line: lineOf(text, start),
  }))
}

/** Reads and parses one file. */
export function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(posix.join(root, path), 'utf8')
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be parsed: ${parsed.errors[0]?.message}`)
  return { path, text, parsed, imports: importsOf(path, text, parsed) }
}

/** Whether a relative import points to a file that is there; styles and data count as well. */
export function isThere(root: string, { target }: Import): boolean {
  return existsSync(posix.join(root, target))
}
