/** What a verb may use of the world around it. */
export type World = {
  /** the folder that file names are relative to */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  /** writes to standard output: the answer itself */
  readonly write: (text: string) => void
  /** writes to standard error: what a person should know beside the answer */
  readonly note: (text: string) => void
}

export type Flag = { readonly value?: string; readonly says: string }

/** What was given on the command line, after its check. */
export type Given = { readonly files: readonly string[]; readonly flags: Readonly<Record<string, string | true | undefined>> }

/** What a verb found: as data for programs, as lines for people. */
export type Report = {
  readonly exitCode: ExitCode
  readonly data: unknown
  readonly lines: readonly string[]
}

/** 0 done · 1 refused or found wanting · 2 called wrongly · 3 could not be tried */
export type ExitCode = 0 | 1 | 2 | 3

export const exitCodes = 'Ends with 0 when done, 1 when refused or found wanting, 2 when called wrongly, 3 when it could not be tried.'

export type Verb = {
  readonly name: string
  readonly says: string
  /** names of the arguments, such as `FILE`; one that may be left out in brackets, at the end */
  readonly takes: readonly string[]
  readonly flags: Readonly<Record<string, Flag>>
  /** what `--help` says beyond the flags */
  readonly help: readonly string[]
  readonly run: (given: Given, world: World) => Promise<Report>
}

/** A verb that was called wrongly: what is wrong, and what to do. */
export class Misuse extends Error {}

/** A verb that could not be tried: a file that is not there, a database that does not answer. */
export class Unavailable extends Error {}
