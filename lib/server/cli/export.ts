import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ask } from '../../../db/query.ts'
import { DomainError } from '../../domain/error.ts'
import type { WeftDocument } from '../../domain/format/document.ts'
import { documentFrom } from '../../domain/format/from-snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Source } from '../backup/source.ts'
import { loadSnapshot } from '../load.ts'
import { countsOf } from './counts.ts'
import { databaseFlag, databaseUrlOf, reading } from './database.ts'
import { Unavailable, type Verb, type World } from './verb.ts'

async function documentOf({ statements, ask: read }: Source, idOrSlug: string, exportedAt: string): Promise<WeftDocument> {
  const found = await read(ask(statements.findNetwork, { text: idOrSlug }))
  const network = found.find(({ id }) => id === idOrSlug) ?? found[0]
  if (network) return documentFrom(await read(loadSnapshot(statements, network.id)), { exportedAt })
  const known = (await read(ask(statements.listNetworks))).map(({ slug, id }) => slug ?? id)
  throw new DomainError(
    'NOT_FOUND',
    `There is no network “${idOrSlug}” here. ${known.length === 0 ? 'The database holds none.' : `There are: ${known.join(', ')}.`}`,
  )
}

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
    const document = await reading(databaseUrlOf(given, world), (source) => documentOf(source, network, formatInstant(world.now().getTime())))
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
