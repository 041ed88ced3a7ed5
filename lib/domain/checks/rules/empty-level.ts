import { say } from '../../ritual/plan/fit/words.ts'
import { networkOf } from '../../snapshot.ts'
import { valueLevels } from '../../vocabulary.ts'
import type { CheckRule, Found } from '../rule.ts'

/** A level of value on which nothing is exchanged; where no exchange says its level, that is one finding. Cost O(exchanges). Spec: AL53. */
export const emptyLevel: CheckRule = {
  key: 'emptyLevel',
  theme: 'exchanges',
  severity: 'low',
  title: 'Level of value with nothing',
  why: 'A network that says it makes value on a level and exchanges nothing there may have forgotten somebody.',
  source: 'The four levels of value: internal, external, network, civic.',
  fix: 'Ask who gets something on that level, or say that it is none of ours.',
  limit: null,
  find: ({ snapshot, exchanges }) => {
    if (exchanges.length === 0) return []
    const subjects = [{ entity: 'network', id: networkOf(snapshot).id }] as const
    const told = new Set(exchanges.flatMap(({ level }) => level ?? []))
    if (told.size === 0) {
      const none = exchanges.length === 1 ? 'The one exchange does not say' : `None of the ${exchanges.length} exchanges says`
      const sentence = say(`${none} on which level it makes value: ${valueLevels.join(', ')}.`)
      return [{ subjects, nodeIds: [], sentence, own: [] }]
    }
    return valueLevels
      .filter((level) => !told.has(level))
      .map((level): Found => ({ subjects, part: level, nodeIds: [], sentence: say(`No exchange makes ${level} value.`), own: [] }))
  },
}
