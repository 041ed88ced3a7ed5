import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { documentFrom } from '../../domain/format/from-snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import { countsOf } from './counts.ts'
import { databaseFlag, databaseUrlOf, reading } from './database.ts'
import { readNetwork } from './network.ts'
import { Unavailable, type Verb, type World } from './verb.ts'

async function save(text: string, file: string, { folder }: World): Promise<void> {
  try {
    await writeFile(resolve(folder, file), text, { flag: 'wx' })
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new Unavailable(
      exists ? `${file} exists and is left as it is. Give another name, or remove it first.` : `${file} cannot be written: ${String(error)}.`,
    )
  }
}

export const exportVerb: Verb = {
  name: 'export',
  says: 'write a network as a weft/1 document',
  takes: ['NETWORK'],
  flags: { ...databaseFlag, output: { value: 'FILE', says: 'write to a new file instead of standard output' } },
  help: [
    'NETWORK is an id or a slug. The database is only read, so a server may run beside it.',
    'What is exported can be imported again without loss; a backup holds history, too.',
  ],
  run: async (given, world) => {
    const [network = ''] = given.files
    const document = await reading(databaseUrlOf(given, world), async (source) =>
      documentFrom(await readNetwork(source, network), { exportedAt: formatInstant(world.now().getTime()) }),
    )
    const { output } = given.flags
    if (typeof output !== 'string') return { exitCode: 0, data: document, lines: [JSON.stringify(document, null, 1)] }
    await save(`${JSON.stringify(document, null, 1)}\n`, output, world)
    const { counts, text } = countsOf(document)
    return {
      exitCode: 0,
      data: { file: output, network: document.network.id, counts },
      lines: [`Wrote “${document.network.name}” to ${output}: ${text}.`],
    }
  },
}
