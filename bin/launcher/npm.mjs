import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { runQuietly } from './run.mjs'
import { Refusal } from './say.mjs'

const outerNode = process.env.WEFT_OUTER_NODE ?? process.execPath

/** npm as a script for Node: the one that runs us, else the one that lies beside Node. */
function npmScript() {
  const running = process.env.npm_execpath
  if (running && /npm-cli\.c?js$/.test(running) && existsSync(running)) return running
  const folder = dirname(outerNode)
  const usual = [join(folder, '../lib/node_modules/npm/bin/npm-cli.js'), join(folder, 'node_modules/npm/bin/npm-cli.js')]
  return usual.find((path) => existsSync(path)) ?? null
}

function command(args) {
  const script = npmScript()
  if (script) return [outerNode, [script, ...args]]
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm', ...args]] : ['npm', args]
}

/** Runs npm in a folder with the flags that every installation of this project needs; throws what it printed where it fails. */
export async function runNpm(args, folder) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--no-update-notifier', '--loglevel=error']
  const [program, all] = command([...args, ...quiet])
  const { NODE_ENV: _, ...env } = process.env
  const { code, output } = await runQuietly(program, all, { cwd: folder, env }).catch((error) => ({ code: 1, output: String(error) }))
  if (code === 0) return
  throw new Refusal(
    `npm ${args[0]} failed in ${folder}:\n${output.trim()}\nCheck that the npm registry can be reached, then run the same command again.`,
  )
}
