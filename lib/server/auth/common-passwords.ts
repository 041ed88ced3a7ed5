import { commonRuns, commonTails, commonWords } from './common-words.ts'

/** Signs that are written for letters. */
const letterBySign: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '0': 'o', $: 's', '5': 's', '7': 't' }

function withoutDisguise(text: string): string {
  return [...text].map((sign) => letterBySign[sign] ?? sign).join('')
}

/** Every common word alone, doubled, and with every tail, in small letters. */
export function* commonPasswords(): Generator<string> {
  for (const word of commonWords) {
    yield word
    yield word + word
    for (const tail of commonTails) yield word + tail
    for (const other of ['you', 'me', 'my', 'the', 'is']) yield other + word
  }
}

let known: ReadonlySet<string> | undefined

/** Made at the first question, once. */
function knownPasswords(): ReadonlySet<string> {
  known ??= new Set(commonPasswords())
  return known
}

/** A few signs over and over: `aaaaaaaa`, `abcabcabc`, `12121212`. */
function repeats(text: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/su.test(text) && new Set(text).size <= 4
}

function isRun(text: string): boolean {
  const back = [...text].toReversed().join('')
  return commonRuns.some((run) => run.includes(text) || run.includes(back))
}

/** A word in another dress: its tail taken off, signs read as the letters that they stand for. */
function isWordInDisguise(text: string): boolean {
  const bare = withoutDisguise(text)
  return (
    knownPasswords().has(bare) ||
    commonTails.some((tail) => text.endsWith(tail) && knownPasswords().has(withoutDisguise(text.slice(0, -tail.length))))
  )
}

/** Whether a password is among those that are tried first: more than 10,000 words with tails, runs and repetitions, in any case. */
export function isCommon(password: string): boolean {
  const text = password.toLowerCase()
  return repeats(text) || isRun(text) || knownPasswords().has(text) || isWordInDisguise(text)
}
