import { checkFindings } from '../../domain/checks/findings.ts'
import { checkRules, ruleOf } from '../../domain/checks/registry.ts'
import { type ToldFinding, toldFinding } from '../../domain/checks/told.ts'
import { counted } from '../../domain/counted.ts'
import { choose } from '../../domain/measure/report/chosen.ts'
import { assess } from '../../domain/okr/assess.ts'
import { dayText } from '../../domain/promise/day-words.ts'
import { type Severity, severities } from '../../domain/ritual/plan/fit/finding.ts'
import { find, networkOf } from '../../domain/snapshot.ts'
import { dayIn, formatInstant, isCalendarDay } from '../../domain/time.ts'
import { databaseFlag } from './database.ts'
import { readSubject, subjectHelp } from './subject.ts'
import { type Given, Misuse, type Report, type Verb, type World } from './verb.ts'

/** How linters call the three severities. */
const severityByWord: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...severities.map((severity) => [severity, severity] as const),
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
])

/** The least severity at which the verb fails; null: it never does. */
function failOn({ flags }: Given): Severity | null {
  const asked = flags['fail-on']
  if (asked === undefined) return null
  const severity = severityByWord.get(String(asked))
  if (severity) return severity
  throw new Misuse(`There is no severity “${String(asked)}”. Give one of ${[...severityByWord.keys()].join(', ')}.`)
}

function rulesAsked({ flags }: Given): readonly string[] {
  const { rule } = flags
  if (typeof rule !== 'string') return checkRules.map(({ key }) => key)
  if (ruleOf(rule)) return [rule]
  throw new Misuse(`There is no check “${rule}”. Give one of ${checkRules.map(({ key }) => key).join(', ')}.`)
}

function dayAsked({ flags }: Given, timeZone: string | null, world: World): string {
  const { on } = flags
  if (typeof on !== 'string') return dayIn(timeZone, formatInstant(world.now().getTime()))
  if (isCalendarDay(on)) return on
  throw new Misuse(`“${on}” is no day. Give one such as 2027-03-31.`)
}

/** “12 findings: 2 high, 10 low. 1 accepted. 2 checks are switched off.” */
function summaryOf(found: readonly ToldFinding[], accepted: number, off: number): string {
  const parts = severities.flatMap((severity) => {
    const count = found.filter((each) => each.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}`]
  })
  const first = found.length === 0 ? 'Nothing was found.' : `${counted(found.length, 'finding')}: ${parts.join(', ')}.`
  const hidden = accepted === 0 ? '' : ` ${accepted} accepted.`
  return `${first}${hidden}${off === 0 ? '' : ` Switched off: ${counted(off, 'check')}.`}`
}

function linesOf(found: readonly ToldFinding[], accepted: readonly ToldFinding[], today: string): string[] {
  const width = Math.max(0, ...[...found, ...accepted].map(({ rule }) => rule.length))
  const line = ({ severity, rule, sentence }: ToldFinding) => `${severity.padEnd(6)}  ${rule.padEnd(width)}  ${sentence}`
  const until = ({ acceptance }: ToldFinding) => (acceptance ? ` Accepted until ${dayText(acceptance.reviewOn, today)}: ${acceptance.because}` : '')
  const gravest = severities.flatMap((severity) => found.filter((each) => each.severity === severity))
  return [...gravest.map(line), ...accepted.map((each) => `${line(each)}${until(each)}`)]
}

async function run(given: Given, world: World): Promise<Report> {
  const [least, rules] = [failOn(given), rulesAsked(given)]
  const snapshot = await readSubject(given, world)
  const { id, name, timeZone } = networkOf(snapshot)
  const on = dayAsked(given, timeZone, world)
  const asked = given.flags['cycle']
  const { cycleId } = choose(snapshot, typeof asked === 'string' ? { cycle: asked } : {}, on)
  const cycle = find(snapshot, 'cycle', cycleId)
  const checked = checkFindings(snapshot, assess(snapshot, { today: on, cycleId }), { rules })
  const [found, accepted] = [checked.findings, checked.accepted].map((list) => list.map((each) => toldFinding(snapshot, each)))
  const fails = least !== null && (found ?? []).some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(least))
  const shown = given.flags['accepted'] === true ? (accepted ?? []) : []
  const summary = summaryOf(found ?? [], checked.accepted.length, checked.off.length)
  return {
    exitCode: fails ? 1 : 0,
    data: {
      network: { id, name },
      cycle: cycle ? { id: cycle.id, name: cycle.name } : null,
      on,
      summary,
      findings: found,
      accepted,
      off: checked.off,
    },
    lines: [...linesOf(found ?? [], shown, on), summary],
  }
}

export const check: Verb = {
  name: 'check',
  says: 'list what the alignment rules find in a network',
  takes: ['FILE|NETWORK'],
  flags: {
    ...databaseFlag,
    cycle: { value: 'NAME', says: 'name or id of a cycle; the current one by default' },
    on: { value: 'DAY', says: 'judge by this day; today by default' },
    rule: { value: 'KEY', says: 'only what this check finds' },
    accepted: { says: 'also what is accepted, with why and until when' },
    'fail-on': { value: 'SEVERITY', says: 'end with 1 where something of it or above is found: high, medium, low' },
  },
  help: [
    subjectHelp,
    'A line for each finding, the gravest first; with --json their subjects too. The rules are in docs/spec/checks.md. Findings never block: it ends with 0.',
  ],
  run,
}
