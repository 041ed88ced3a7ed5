import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { inProject } from './places.mjs'
import { say } from './say.mjs'

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whether the lock is ours now; one that a process left behind when it was killed is taken over. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isRunning(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true })
    return false
  }
}

/** Runs something that only one launcher may do at a time in this project; another one waits for its turn. */
export async function alone(name, run) {
  const lock = inProject('.weft', `${name}.lock`)
  mkdirSync(inProject('.weft'), { recursive: true })
  for (let tries = 0; !take(lock); tries++) {
    if (tries === 5) say('Another npm command of this project is at work; waiting for it.')
    await pause(200)
  }
  try {
    return await run()
  } finally {
    rmSync(lock, { force: true })
  }
}
