import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiText } from '../../lib/contract/openapi.ts'
import { root } from '../run.ts'

/** Whether docs/openapi.json says what the operations say. */
export async function findStaleOpenApi(): Promise<string[]> {
  const kept = readFileSync(join(root, 'docs', 'openapi.json'), 'utf8')
  return kept === openApiText() ? [] : ['docs/openapi.json differs from the operations; run npm run openapi:generate and commit what it writes']
}
