import { analyse as analyseNetwork } from '../../domain/measure/report/analyse.ts'
import { choose } from '../../domain/measure/report/chosen.ts'
import { sentencesOf } from '../../domain/measure/report/sentences.ts'
import { sentenceText } from '../../domain/plan/sentence.ts'
import { networkOf } from '../../domain/snapshot.ts'
import { dayIn, formatInstant } from '../../domain/time.ts'
import { databaseFlag } from './database.ts'
import { readSubject, subjectHelp } from './subject.ts'
import type { Given, Verb } from './verb.ts'

/** Sentences that are printed: the most important ones. */
const mostSaid = 10

function flagOf({ flags }: Given, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}

export const analyse: Verb = {
  name: 'analyse',
  says: 'say what the measures of a network tell',
  takes: ['FILE|NETWORK'],
  flags: {
    ...databaseFlag,
    goal: { value: 'ID', says: 'goal or key result that chances are about; the first goal that the cycle reaches by default' },
    focal: { value: 'ID', says: 'node whose value loops are told; that of the goal by default' },
    cycle: { value: 'NAME', says: 'name or id of a cycle; the current one by default' },
    dates: { says: 'with --json also when it may all be there, by trials of the estimates' },
  },
  help: [
    subjectHelp,
    'Prints up to ten sentences. With --json every measure, by the ids of the document: valueNetwork, krNetwork, cycleVariant, nodeDSM; with --dates also when it may all be there.',
  ],
  run: async (given, world) => {
    const snapshot = await readSubject(given, world)
    const { name, timeZone } = networkOf(snapshot)
    const asked = { goal: flagOf(given, 'goal'), focal: flagOf(given, 'focal'), cycle: flagOf(given, 'cycle') }
    const today = dayIn(timeZone, formatInstant(world.now().getTime()))
    const chosen = choose(snapshot, asked, today)
    const isJson = given.flags['json'] === true
    const data = analyseNetwork(snapshot, { ...chosen, dates: !isJson || given.flags['dates'] === true })
    if (isJson) return { exitCode: 0, data, lines: [] }
    const said = sentencesOf(snapshot, data, { ...chosen, today }).slice(0, mostSaid)
    const lines = said.map(({ sentence }) => sentenceText(sentence))
    return { exitCode: 0, data, lines: lines.length === 0 ? [`“${name}” holds nothing yet that measures could tell.`] : lines }
  },
}
