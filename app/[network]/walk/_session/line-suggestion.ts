import { foldedName } from '../../../../lib/domain/quick-add/name-forms.ts'
import type { LinePerson } from '../../../../lib/domain/ritual/line-owner.ts'
import { writtenName } from '../../../../lib/domain/ritual/line-written.ts'

/** Whom Tab would put into a line, and the line with the name. */
export type LineSuggestion = { readonly person: LinePerson; readonly text: string }

/** As much of a name as was typed, with the space behind a word. */
function typedForm(typed: string): string {
  return foldedName(typed) + (/\s$/.test(typed) ? ' ' : '')
}

/** The first person whose name begins as what is being typed behind an @; none where that name stands there already. */
export function suggestionIn(text: string, caret: number, people: readonly LinePerson[]): LineSuggestion | null {
  const match = /(?<!\S)@["“]?(?<typed>[^@"”\n]{1,80})$/u.exec(text.slice(0, caret))
  const typed = typedForm(match?.groups?.['typed'] ?? '')
  if (!match || typed.trim() === '') return null
  const person = people.find(({ name }) => foldedName(name).startsWith(typed) && foldedName(name) !== typed)
  if (!person) return null
  return { person, text: `${text.slice(0, match.index)}${writtenName(person, people)} ${text.slice(caret).replace(/^["”\s]+/, '')}` }
}

/** A line in which one of several people was chosen: their name as it is read as theirs. */
export function chosenIn(text: string, { start, end }: { readonly start: number; readonly end: number }, name: string): string {
  return `${text.slice(0, start)}${name} ${text.slice(end).trimStart()}`
}
