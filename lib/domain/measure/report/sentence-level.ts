import { words } from '../../plan/sentence.ts'
import { listOf, type Snapshot } from '../../snapshot.ts'
import { valueLevels } from '../../vocabulary.ts'
import { counted, type Said, subjectsOf } from './said.ts'

/** From so many exchanges that say their level on, a level that none of them has is worth saying. */
const saidFrom = 4

/**
 * On which levels nobody gets anything: “None of the 9 exchanges that say their level makes civic value; 5 of 14 do not say it.”
 *
 * @returns null where every level has some, or too few exchanges say theirs
 * Cost O(exchanges). Source: the levels of value, methods 2.1 (value gaps). Spec: OR41.
 */
export function levelSentence(snapshot: Snapshot): Said | null {
  const exchanges = listOf(snapshot, 'exchange')
  const told = exchanges.filter(({ level }) => level !== null)
  const empty = valueLevels.filter((wanted) => told.every(({ level }) => level !== wanted))
  if (told.length < saidFrom || empty.length === 0) return null
  const [last = '', ...others] = empty.toReversed()
  const levels = others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`
  const silent = exchanges.filter(({ level }) => level === null)
  const verb = silent.length === 1 ? 'does' : 'do'
  const rest = silent.length === 0 ? '.' : `; ${silent.length} of ${counted(exchanges.length, 'exchange')} ${verb} not say it.`
  const text = `None of the ${told.length} exchanges that say their level makes ${levels} value${rest}`
  return {
    key: 'levels',
    sentence: [words(text)],
    subjects: subjectsOf(
      'exchange',
      silent.map(({ id }) => id),
    ),
  }
}
