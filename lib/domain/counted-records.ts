import { counted } from './counted.ts'
import type { EntityName } from './ids.ts'
import { joined } from './joined.ts'
import { entityWords } from './snapshot.ts'

/** Where an s at the end does not make many of it. */
const plurals: { readonly [E in EntityName]?: string } = {
  person: 'people',
  promiseMove: 'moves of promises',
  exchangeCheck: 'looks at relationships',
  ritualItem: 'entries of sessions',
  tally: 'counts of votes',
  checkSetting: 'settings of checks',
}

/** Records of a kind, counted as people say it: “1 look at a relationship”, “2 people”. Cost O(1). */
export function countedRecords(count: number, entity: EntityName): string {
  return counted(count, entityWords[entity], plurals[entity])
}

/** Records by kind, in the order in which the kinds come: “2 objectives, 5 key results and 1 need”. Cost O(n). */
export function countedByKind(records: readonly { readonly entity: EntityName }[]): string {
  return joined([...Map.groupBy(records, ({ entity }) => entity)].map(([entity, own]) => countedRecords(own.length, entity)))
}
