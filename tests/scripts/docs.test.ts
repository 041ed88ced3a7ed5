import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).toSorted()

/** What stands between backticks, or behind a link, and begins like a place in this project: `lib/domain/{a,b}.ts`, `tests/layout`. */
function placesIn(text: string): string[] {
  const said = Array.from(text.matchAll(/`([^`\n]+)`|\]\(([^)#\s]+)\)/g), ([, code, link]) => code ?? link ?? '')
  const words = said.flatMap((each) => each.split(/\s+/))
  return words.filter((each) => /^(?:app|lib|db|bin|scripts|tests|drizzle|docs)\/[\w[\]./{},*-]+$/.test(each))
}

function isThere(place: string): boolean {
  return /[{*]/.test(place) ? globSync(place, { cwd: root }).length > 0 : existsSync(`${root}/${place}`)
}

describe('documents', () => {
  test.each(documents)('%s names no file that is not there', (document) => {
    const places = new Set(placesIn(readFileSync(`${root}/${document}`, 'utf8')))
    expect([...places].filter((place) => !isThere(place))).toEqual([])
  })

  test('places are found in them', () => {
    const found = documents.flatMap((document) => placesIn(readFileSync(`${root}/${document}`, 'utf8')))
    expect(found.length).toBeGreaterThan(100)
    expect([isThere('lib/domain/entity.ts'), isThere('app/[network]/layout.tsx'), isThere('lib/domain/entities.ts')]).toEqual([true, true, false])
  })
})
