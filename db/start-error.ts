/** A reason not to start that a person can do something about; the message says what. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
