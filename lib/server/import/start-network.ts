import { DomainError } from '../../domain/error.ts'
import type { WeftDocument } from '../../domain/format/document.ts'
import { newId } from '../../domain/ids.ts'
import { slugOf } from '../../domain/slug.ts'
import { templateOf } from '../../domain/template/template.ts'
import { dayIn } from '../../domain/time.ts'
import { firstFree, takenAddresses } from './free-name.ts'
import { type Import, type Made, makeNetwork } from './import-document.ts'

export type Start = { readonly name: string; readonly slug: string | null; readonly timeZone: string | null; readonly template: string }

/** The slug asked for, which the store refuses where it is taken, or a free one made of the name. */
async function slugFor({ store }: Import, { name, slug }: Start): Promise<string | null> {
  const made = slug ?? slugOf(name)
  return made === null || slug !== null ? made : firstFree(made, await takenAddresses(store))
}

/**
 * Makes a network from a template.
 *
 * @throws DomainError SLUG_TAKEN; VALIDATION where there is no such template
 */
export async function startNetwork(call: Import, start: Start): Promise<Made> {
  const template = templateOf(start.template)
  if (!template)
    throw new DomainError('VALIDATION', `There is no template “${start.template}”.`, { faults: [{ path: 'template', message: 'is not a template' }] })
  const document = template.make(dayIn(start.timeZone, call.now), start.name)
  const slug = await slugFor(call, start)
  const network: WeftDocument['network'] = {
    ...document.network,
    id: newId('network', call.uuid()),
    ...(slug && { slug }),
    ...(start.timeZone && { timeZone: start.timeZone }),
  }
  return makeNetwork(call, { ...document, network }, 'network.create')
}
