import { type Flag, type Given, Misuse, type Verb } from './verb.ts'

/** Flags that every verb has. */
const common: Readonly<Record<string, Flag>> = {
  json: { says: 'print one JSON value instead of lines' },
  help: { says: 'show this' },
}

export function flagsOf({ flags }: Pick<Verb, 'flags'>): Readonly<Record<string, Flag>> {
  return { ...flags, ...common }
}

function flagAt(args: readonly string[], at: number, verb: Verb): { name: string; value: string | true; used: number } {
  const [name = '', ...rest] = (args[at] ?? '').slice(2).split('=')
  const known = flagsOf(verb)
  const flag = Object.hasOwn(known, name) ? known[name] : undefined
  if (!flag)
    throw new Misuse(
      `There is no flag --${name}. Known here: ${Object.keys(known)
        .map((each) => `--${each}`)
        .join(', ')}.`,
    )
  if (!flag.value) return { name, value: true, used: 1 }
  if (rest.length > 0) return { name, value: rest.join('='), used: 1 }
  const value = args[at + 1]
  if (value === undefined || value.startsWith('--')) throw new Misuse(`--${name} needs a value: --${name} ${flag.value}`)
  return { name, value, used: 2 }
}

/** Reads what follows a verb. What is not known is refused: a mistyped flag that is ignored does something else than was asked for. @throws Misuse */
export function readArguments(args: readonly string[], verb: Verb): Given {
  const files: string[] = []
  const flags: Record<string, string | true> = {}
  for (let at = 0; at < args.length; ) {
    const argument = args[at] ?? ''
    if (!argument.startsWith('--')) {
      files.push(argument)
      at += 1
      continue
    }
    const { name, value, used } = flagAt(args, at, verb)
    flags[name] = value
    at += used
  }
  if (flags['help']) return { files, flags }
  const least = verb.takes.filter((name) => !name.startsWith('[')).length
  if (files.length < least || files.length > verb.takes.length)
    throw new Misuse(
      `${verb.name} takes ${verb.takes.length === 0 ? 'no argument' : verb.takes.join(' and ')}; ${files.length === 0 ? 'none was' : `${files.length} were`} given.`,
    )
  return { files, flags }
}
