import process from 'node:process'

/** What the launcher itself has to say goes to standard error: standard output belongs to the program it starts. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends the launcher with a message that says what to do. */
export class Refusal extends Error {
  constructor(message, exitCode = 1) {
    super(message)
    this.name = 'Refusal'
    this.exitCode = exitCode
  }
}
