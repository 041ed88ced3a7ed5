import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { compareInstants, dayReader, formatInstant } from '../../domain/time.ts'
import type { Executor } from '../executor.ts'
import type { Calendar, Day } from './past-cache.ts'

/** How many change sets are read at once: between two readings others have their turn. */
const stride = 5_000

type Entry = { readonly revision: number; readonly at: string; readonly changes: number }

function* readEntries(statements: Statements, networkId: string, after: number, upTo: number): Steps<Entry[]> {
  const moments = yield* ask(statements.momentsBetween, { networkId, after, upTo })
  const counted = new Map((yield* ask(statements.changesBySet, { networkId, after, upTo })).map(({ revision, total }) => [revision, total]))
  return moments.map(({ revision, at }) => ({ revision, at: formatInstant(at.getTime()), changes: counted.get(revision) ?? 0 }))
}

/** Days in their order. A day's last revision is the highest of those written on it, whatever the clock did in between. */
function extended({ timeZone, days, first, last }: Calendar, entries: readonly Entry[], upTo: number): Calendar {
  const read = dayReader(timeZone)
  const byDay = new Map(days.map((each) => [each.day, each]))
  let [earliest, latest] = [first, last]
  for (const { revision, at, changes } of entries) {
    const day = read(at)
    const known = byDay.get(day)
    const fresh: Day = { day, changeSets: (known?.changeSets ?? 0) + 1, changes: (known?.changes ?? 0) + changes, revision }
    byDay.set(day, fresh)
    if (earliest === '' || compareInstants(at, earliest) < 0) earliest = at
    if (latest === '' || compareInstants(at, latest) > 0) latest = at
  }
  const sorted = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  return { timeZone, upTo, first: earliest, last: latest, days: sorted }
}

/** What is to be read: the days of a network up to its newest revision, from those that are known. */
type Wanted = { readonly networkId: string; readonly timeZone: string | null; readonly newest: number; readonly known: Calendar | null }

/** The days on which something happened, in the network's time zone. Only what is not known yet is read. */
export async function readCalendar({ ask: run, statements }: Executor, { networkId, timeZone, newest, known }: Wanted): Promise<Calendar> {
  let calendar: Calendar = known?.timeZone === timeZone && known.upTo <= newest ? known : { timeZone, upTo: 0, first: '', last: '', days: [] }
  while (calendar.upTo < newest) {
    const [after, upTo] = [calendar.upTo, Math.min(newest, calendar.upTo + stride)]
    calendar = extended(calendar, await run(() => readEntries(statements, networkId, after, upTo)), upTo)
  }
  return calendar
}
