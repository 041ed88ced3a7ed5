import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { projectFiles, root } from '../../scripts/run.ts'
import { barePath, npm, scratchFolder, untilAnswers, untilGone } from './npm-program.ts'

const scratch = scratchFolder()
afterAll(() => scratch.remove())

/** What a clone holds, in a folder with a space in its name. */
function bareClone(): string {
  const clone = join(scratch.path, 'a clone')
  for (const path of projectFiles()) {
    mkdirSync(dirname(join(clone, path)), { recursive: true })
    cpSync(join(root, path), join(clone, path))
  }
  return clone
}

test('npm start on a bare clone needs only node, npm and sh on the PATH, and works under NODE_ENV=production', async () => {
  const port = await freePort()
  const started = npm(['start', '--', '--port', String(port)], { cwd: bareClone(), env: { PATH: barePath(), NODE_ENV: 'production' } })
  await untilAnswers(`http://127.0.0.1:${port}/`, started, 280_000)
  expect(started.printed()).toContain('Installing packages')
  started.child.kill('SIGTERM')
  await untilGone(port, 10_000)
})
