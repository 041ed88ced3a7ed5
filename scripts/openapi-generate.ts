import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiText } from '../lib/contract/openapi.ts'
import { root } from './run.ts'

/** Writes the document of the API as it follows from the operations. */
writeFileSync(join(root, 'docs', 'openapi.json'), openApiText())
