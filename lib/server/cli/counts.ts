import { countedRecords } from '../../domain/counted-records.ts'
import { listedEntities, listIn, type WeftDocument } from '../../domain/format/document.ts'

/** How many records of each kind a document has, as data and as words. */
export function countsOf(document: WeftDocument): { readonly counts: Readonly<Record<string, number>>; readonly text: string } {
  const pairs = listedEntities.map((entity) => [entity, listIn(document, entity).length] as const).filter(([, count]) => count > 0)
  const parts = pairs.map(([entity, count]) => countedRecords(count, entity))
  return { counts: Object.fromEntries(pairs), text: parts.length === 0 ? 'nothing in it' : parts.join(', ') }
}
