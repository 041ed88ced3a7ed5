import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import process from 'node:process'

const graceMs = 8_000
const watchMs = 500

const isUnderNpm = process.env.npm_lifecycle_event !== undefined
const isSecondNode = (process.env.WEFT_OUTER_NODE ?? process.execPath) !== process.execPath

/**
 * Whose end ends this process: under npm the parent and, where the system tells it (Linux), the grandparent, because a shell between
 * may outlive npm; the launcher that brought this Node; nobody where a person or a service manager called us without npm.
 */
function ancestors() {
  if (!isUnderNpm) return isSecondNode ? String(process.ppid) : ''
  try {
    const [, fields] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')
    return `${process.ppid} ${fields.split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}

/**
 * Calls `onGone` once when the process that started this one has ended. A killed npm leaves its children running;
 * on every system they can see that they have another parent. Answers with a function that ends the watch.
 */
function whenParentEnds(onGone) {
  const known = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === known) return
    clearInterval(watch)
    onGone()
  }, watchMs)
  watch.unref()
  return () => clearInterval(watch)
}

/** Makes this process end with its parent: politely, as a kill would, and for certain a while later. Once is enough. */
export function endWithParent() {
  const unwatch = whenParentEnds(() => process.kill(process.pid, 'SIGTERM'))
  process.once('SIGTERM', () => {
    unwatch()
    setTimeout(() => process.exit(143), graceMs).unref()
  })
}

function codeOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}

/**
 * Runs a program with the terminal of this one and answers with its exit code. It ends with this process: SIGTERM and
 * SIGHUP are passed on; SIGINT is not, because Ctrl-C reaches the whole group by itself.
 */
export function runAttached(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    let isStopping = false
    const stop = () => {
      if (isStopping) return
      isStopping = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
    }
    process.on('SIGTERM', stop)
    process.on('SIGHUP', stop)
    process.on('SIGINT', () => undefined)
    whenParentEnds(stop)
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(codeOf(code, signal)))
  })
}

/** Runs a program quietly: its exit code and all that it printed. */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = []
    child.stdout.on('data', (chunk) => printed.push(chunk))
    child.stderr.on('data', (chunk) => printed.push(chunk))
    const stop = () => child.kill('SIGTERM')
    process.once('SIGTERM', stop)
    const unwatch = whenParentEnds(stop)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop)
      unwatch()
      resolve({ code: codeOf(code, signal), output: Buffer.concat(printed).toString() })
    })
  })
}
