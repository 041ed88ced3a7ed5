import type { SourceFile } from './source-file.ts'

/**
 * Rings of imports, each as the paths on it. Type-only imports do not count: nothing of them remains at run time.
 * Depth first; a path that is on the stack again closes a ring.
 */
export function findRings(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.filter(({ isType }) => !isType).map(({ target }) => target)]))
  const done = new Set<string>()
  const rings: string[][] = []
  const visit = (path: string, stack: readonly string[]) => {
    if (stack.includes(path)) {
      rings.push([...stack.slice(stack.indexOf(path)), path])
      return
    }
    if (done.has(path)) return
    for (const target of targets.get(path) ?? []) if (targets.has(target)) visit(target, [...stack, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return rings
}
