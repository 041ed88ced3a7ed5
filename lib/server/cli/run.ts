import { StartError } from '../../../db/start-error.ts'
import { DomainError } from '../../domain/error.ts'
import { explain } from '../executor.ts'
import { analyse } from './analyse.ts'
import { flagsOf, readArguments } from './arguments.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { doctor } from './doctor.ts'
import { exportVerb } from './export.ts'
import { faultLines } from './fault-lines.ts'
import { importVerb } from './import.ts'
import { minutes } from './minutes.ts'
import { moveVerb } from './move.ts'
import { plan } from './plan.ts'
import { restore } from './restore.ts'
import { schema } from './schema.ts'
import { user } from './user.ts'
import { validate } from './validate.ts'
import { type ExitCode, exitCodes, Misuse, type Report, Unavailable, type Verb, type World } from './verb.ts'

/** Everything that the command line can do. */
export const verbs: readonly Verb[] = [
  importVerb,
  exportVerb,
  validate,
  doctor,
  backup,
  restore,
  moveVerb,
  minutes,
  plan,
  analyse,
  check,
  user,
  schema,
]

function overview(): string {
  const lines = verbs.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`)
  return ['weft VERB [flags]', '', ...lines, '', 'weft VERB --help tells more.', exitCodes].join('\n')
}

function helpOf(verb: Verb): string {
  const flags = Object.entries(flagsOf(verb)).map(([name, { value, says }]) => `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(20)} ${says}`)
  return [`npm run weft -- ${[verb.name, ...verb.takes].join(' ')}`, '', `  ${verb.says}`, '', ...flags, '', ...verb.help, exitCodes].join('\n')
}

/** What went wrong, as a report: expected failures only, the rest is a bug and is thrown on. */
function reportOf(error: unknown): Report {
  if (error instanceof Misuse) return { exitCode: 2, data: { error: error.message }, lines: [error.message] }
  if (error instanceof Unavailable || error instanceof StartError) return { exitCode: 3, data: { error: error.message }, lines: [error.message] }
  if (!(error instanceof DomainError)) throw error
  const { code, message, details } = error
  const { faults = [], ...rest } = details
  return {
    exitCode: code === 'UNAVAILABLE' || code === 'STORAGE_FULL' ? 3 : 1,
    data: { error: message, code, ...rest, faults },
    lines: [message, ...faultLines(faults)],
  }
}

function print({ exitCode, data, lines }: Report, asJson: boolean, world: World): ExitCode {
  if (asJson) world.write(`${JSON.stringify(data, null, 2)}\n`)
  else if (lines.length > 0) (exitCode === 0 ? world.write : world.note)(`${lines.join('\n')}\n`)
  return exitCode
}

async function perform(verb: Verb, args: readonly string[], world: World): Promise<Report> {
  try {
    const given = readArguments(args, verb)
    if (given.flags['help']) return { exitCode: 0, data: { help: helpOf(verb) }, lines: [helpOf(verb)] }
    return await verb.run(given, world)
  } catch (error) {
    return reportOf(explain(error))
  }
}

/** Runs one command line. @returns the exit code */
export async function runCommandLine([name = '--help', ...args]: readonly string[], world: World): Promise<ExitCode> {
  const verb = verbs.find((each) => each.name === name)
  if (verb) return print(await perform(verb, args, world), args.includes('--json'), world)
  if (['help', '--help', '-h'].includes(name)) return print({ exitCode: 0, data: null, lines: [overview()] }, false, world)
  return print({ exitCode: 2, data: null, lines: [`There is no verb “${name}”.`, '', overview()] }, false, world)
}
