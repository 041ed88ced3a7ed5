import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sourcesUnder } from '../../scripts/import-law/find-breaches.ts'
import { readSource } from '../../scripts/import-law/source-file.ts'

const root = join(import.meta.dirname, '../..')

/** Libraries that are large and that no first picture needs: they come by `import()` when they are wanted. */
const onDemand = /^(zod|cmdk|@base-ui\/|d3$|d3-)/

/** What a module loads with itself: its imports that are neither types nor `import()`. */
function loadedWith(path: string): string[] {
  const { imports, parsed, text } = readSource(root, path)
  const dynamic = new Set(parsed.module.dynamicImports.map(({ start }) => text.slice(0, start).split('\n').length))
  return imports.filter(({ isType, line }) => !isType && !dynamic.has(line)).map(({ target }) => target)
}

const loads = new Map(sourcesUnder(root).map((path) => [path, loadedWith(path)]))

function pathsTo(start: string, isHeavy: RegExp, done = new Set<string>()): string[] {
  if (done.has(start)) return []
  done.add(start)
  return (loads.get(start) ?? []).flatMap((target) => {
    if (isHeavy.test(target)) return [`${start} → ${target}`]
    return pathsTo(target, isHeavy, done).map((rest) => `${start} → ${rest}`)
  })
}

const pages = [...loads.keys()].filter((path) => /^app\/.*(page|layout|error|not-found)\.tsx$/.test(path))

test('a module that is loaded by import() is not counted as loaded with the one that asks for it', () => {
  expect(loads.get('lib/client/network/shown.ts')).not.toContain('lib/domain/command/run.ts')
  expect(pathsTo('lib/domain/command/run.ts', onDemand)).not.toEqual([])
})

test.each(pages)('%s loads no library that its first picture does not need', (page) => {
  expect(pathsTo(page, onDemand)).toEqual([])
})

test.each(['map', 'chain'])('the rules that find something are loaded with the %s only where its findings are walked', (view) => {
  expect(pathsTo(`app/[network]/${view}/page.tsx`, /^lib\/domain\/checks\/(registry|findings)|finding-strip/)).toEqual([])
})
