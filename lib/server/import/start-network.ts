import { DomainError } from '../../domain/error.ts'
import type { WeftDocument } from '../../domain/format/document.ts'
import { newId } from '../../domain/ids.ts'
import { slugOf } from '../../domain/slug.ts'
import { templateOf } from '../../domain/template/template.ts'
import { dayIn } from '../../domain/time.ts'
import { firstFree, takenAddresses, withFreeNames } from './free-name.ts'
import { type Import, type Made, makeNetwork } from './import-document.ts'

export type Start = { readonly name: string; readonly slug: string | null; readonly timeZone: string | null; readonly template: string }

async function freeSlug({ store }: Import, name: string): Promise<string | null> {
  const made = slugOf(name)
  return made === null ? null : firstFree(made, await takenAddresses(store))
}

function documentOf(call: Import, { name, template: key, timeZone }: Start): WeftDocument {
  const template = templateOf(key)
  if (!template)
    throw new DomainError('VALIDATION', `There is no template “${key}”.`, { faults: [{ path: 'template', message: 'is not a template' }] })
  const document = template.make(dayIn(timeZone, call.now), name)
  return { ...document, network: { ...document.network, id: newId('network', call.uuid()), ...(timeZone && { timeZone }) } }
}

/**
 * Makes a network from a template. A slug that is asked for is taken as it is; else a free one is made of the name.
 *
 * @throws DomainError SLUG_TAKEN; VALIDATION where there is no such template
 */
export async function startNetwork(call: Import, start: Start): Promise<Made> {
  const document = documentOf(call, start)
  const make = (slug: string | null) => makeNetwork(call, { ...document, network: { ...document.network, ...(slug && { slug }) } }, 'network.create')
  return start.slug === null ? withFreeNames(async () => make(await freeSlug(call, start.name))) : make(start.slug)
}
