import process from 'node:process'
import { runCommandLine } from './run.ts'

// What is written tells of people: nobody else on the machine reads it.
process.umask(0o077)

// A reader that has seen enough, such as head, closes the pipe: that is no failure of ours.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  // npm runs scripts in the folder of the project; file names are meant where the caller stands.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  env: process.env,
  now: () => new Date(),
  write: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
})
