import { Refusal } from './say.mjs'

function readOne(argument, flags) {
  const [name, ...rest] = argument.slice(2).split('=')
  const flag = flags[name]
  if (flag) return { name, flag, value: rest.length > 0 ? rest.join('=') : undefined }
  const known = Object.keys(flags).map((each) => `--${each}`)
  throw new Refusal(`There is no flag ${argument}. Known here: ${[...known, '--help'].join(', ')}.`, 2)
}

/**
 * Reads `--name value`, `--name=value` and `--switch`. A flag without `value` in its description is a switch.
 * What is not known is refused: a mistyped flag that is ignored does something else than was asked for.
 */
export function readFlags(args, flags) {
  const values = {}
  for (let at = 0; at < args.length; at++) {
    if (!args[at].startsWith('--')) throw new Refusal(`“${args[at]}” is not expected here; --help shows what is.`, 2)
    const { name, flag, value } = readOne(args[at], flags)
    if (!flag.value) values[name] = true
    else if (value !== undefined) values[name] = value
    else {
      at += 1
      if (args[at] === undefined || args[at].startsWith('--')) throw new Refusal(`--${name} needs a value: --${name} ${flag.value}`, 2)
      values[name] = args[at]
    }
  }
  return values
}

/** One line for each flag, as --help shows it. */
export function describeFlags(flags) {
  return Object.entries({ ...flags, help: { says: 'show this' } }).map(
    ([name, { value, says }]) => `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(24)}${says}`,
  )
}
