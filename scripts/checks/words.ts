import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFiles, root } from '../run.ts'

const longestFile = 400
/** A style sheet belongs to one component, which never needs more. */
const longestSheet = 250
const sources = /\.(ts|tsx|mts|mjs|cjs|js|css)$/
const texts = /\.(ts|tsx|mts|mjs|cjs|js|css|md|json|yml|sh)$/
const generated = /^(package-lock\.json|docs\/openapi\.json|drizzle\/|tests\/fixtures\/.*\.json)/
const own = ['scripts/checks/words.ts', 'tests/scripts/checks.test.ts']

/** Words that say a piece of work is not done, or that a test does not run. */
const forbiddenInSources = [
  { word: /\b(TODO|FIXME|XXX|HACK)\b/, says: 'finish it, or leave it out' },
  { word: /\b(describe|test|it|suite)\.(only|skip|todo|fixme)\b(?!.*NOT RUN)/, says: 'a test runs, or it is deleted' },
  { word: /@ts-(ignore|nocheck|expect-error)/, says: 'give it a type' },
  {
    word: /Effect\(\(\) => [^{].*\.scroll(IntoView|To|By)?\(/,
    says: 'braces around it: a scroll may answer with a promise, which an effect must not return',
  },
  { word: /coming soon|lorem ipsum/i, says: 'what is not there is not announced' },
]

/** Traces of one machine: nobody else has these folders, and a registry is everybody's own choice. */
const forbiddenInTexts = [
  { word: /(^|[\s"'`(=])\/(root|home\/\w+|work)\//, says: 'a path of one machine' },
  { word: /https?:\/\/[\w.-]*(registry|nexus|artifactory|verdaccio)[\w.-]*/i, says: 'the host of a registry' },
]

/** What is wrong with the text of one file. */
export function faultsIn(path: string, text: string): string[] {
  const lines = text.split('\n')
  const rules = [...(sources.test(path) ? forbiddenInSources : []), ...forbiddenInTexts]
  const words = lines.flatMap((line, at) =>
    rules.filter(({ word }) => word.test(line)).map(({ says }) => `${path}:${at + 1} ${line.trim().slice(0, 80)} — ${says}`),
  )
  const most = path.endsWith('.css') ? longestSheet : longestFile
  const isLong = sources.test(path) && lines.length > most + 1
  return isLong ? [...words, `${path} has ${lines.length - 1} lines; split it (${most} at most)`] : words
}

/** Files that are too long, and words that must not be in them. */
export async function findWordsAndSizes(): Promise<string[]> {
  return projectFiles()
    .filter((path) => texts.test(path) && !generated.test(path) && !own.includes(path) && !path.startsWith('tests/fixtures/import-law/'))
    .flatMap((path) => faultsIn(path, readFileSync(join(root, path), 'utf8')))
}
