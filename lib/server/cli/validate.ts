import { requireDocument } from '../import/import-document.ts'
import { countsOf } from './counts.ts'
import { readJsonFile } from './read-json.ts'
import type { Verb } from './verb.ts'

export const validate: Verb = {
  name: 'validate',
  says: 'list every fault of a weft/1 file',
  takes: ['FILE'],
  flags: {},
  help: [
    'Reads the file only: nothing is written, no server and no database is needed.',
    'Each fault is named by its path, such as keyResults[3].metric.kind.',
  ],
  run: async ({ files: [file = ''] }, world) => {
    const document = requireDocument(await readJsonFile(file, world))
    const { counts, text } = countsOf(document)
    return {
      exitCode: 0,
      data: { valid: true, network: document.network.name, counts, faults: [] },
      lines: [`${file} is a valid weft/1 document: “${document.network.name}” with ${text}.`],
    }
  },
}
