import { documentJsonSchema } from '../../domain/format/json-schema.ts'
import type { Verb } from './verb.ts'

export const schema: Verb = {
  name: 'schema',
  says: 'print the JSON Schema of weft/1',
  takes: [],
  flags: {},
  help: ['Draft 2020-12, for editors and programs in other languages. The rules that span records are checked by “weft validate”.'],
  run: async () => {
    const data = documentJsonSchema()
    return { exitCode: 0, data, lines: [JSON.stringify(data, null, 2)] }
  },
}
