#!/usr/bin/env node
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describeFlags, readFlags } from './launcher/flags.mjs'
import { environmentFor, fitNode } from './launcher/node.mjs'
import { runAttached } from './launcher/run.mjs'
import { Refusal, say } from './launcher/say.mjs'
import { verbs } from './launcher/verbs.mjs'

// This file and bin/launcher run on any Node from 18 on, before a package is installed: plain JavaScript, no dependency.

function helpFor(name, verb) {
  return [`npm run weft -- ${name}: ${verb.says}`, '', ...describeFlags(verb.flags)].join('\n')
}

function help() {
  const lines = Object.entries(verbs).map(([name, { says }]) => `  ${name.padEnd(15)}${says}`)
  return [
    'Weft: OKRs tied to a value network.',
    '',
    'npm start, npm test, npm run weft -- VERB [flags]',
    '',
    ...lines,
    '',
    'VERB --help tells its flags.',
  ].join('\n')
}

/** The verb that was probably meant: the one that begins alike. */
function nearest(name) {
  const alike = Object.keys(verbs).find((each) => each.slice(0, 2) === name.slice(0, 2))
  return alike ? ` Did you mean ${alike}?` : ''
}

function find(name) {
  if (Object.hasOwn(verbs, name)) return verbs[name]
  throw new Refusal(`There is no verb “${name}”.${nearest(name)} npm run weft -- --help lists them.`, 2)
}

async function main([name = '--help', ...args]) {
  const asksForHelp = args.includes('--help') || args.includes('-h')
  if (['help', '--help', '-h'].includes(name)) return process.stdout.write(`${help()}\n`)
  const verb = find(name)
  if (verb.flags && asksForHelp) return process.stdout.write(`${helpFor(name, verb)}\n`)
  if (verb.flags) readFlags(args, verb.flags)
  const program = await fitNode()
  const env = environmentFor(program)
  if (program !== process.execPath) return runAttached(program, [fileURLToPath(import.meta.url), name, ...args], { env })
  Object.assign(process.env, env)
  return verb.run(args)
}

try {
  const code = await main(process.argv.slice(2))
  if (typeof code === 'number') process.exitCode = code
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  say(error.message)
  process.exitCode = error.exitCode
}
