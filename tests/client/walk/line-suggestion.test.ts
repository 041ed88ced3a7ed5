import { describe, expect, test } from 'vitest'
import { chosenIn, suggestionIn } from '../../../app/[network]/walk/_session/line-suggestion.ts'
import { parseLine } from '../../../lib/domain/ritual/line.ts'
import { writtenName } from '../../../lib/domain/ritual/line-written.ts'

const person = (id: string, name: string) => ({ id, name, email: null })
const people = [
  person('zanele', 'Zanele Dlamini'),
  person('ann', 'Lee Ann'),
  person('chan', 'Lee Chan'),
  person('zoe', 'Zoë Ångström'),
  person('bo', 'Bo'),
]
const read = (line: string) => {
  const { text, ownerId, chips } = parseLine(line, { people, today: '2027-02-10', weekStart: null })
  return { text, ownerId, chips }
}
const atEnd = (text: string) => suggestionIn(text, text.length, people)

describe('names in the line of a walk', () => {
  test.each([
    ['@zan', 'zanele'],
    ['@Zanele Dla', 'zanele'],
    ['@"Lee C', 'chan'],
    ['@lee', 'ann'],
    ['Tell them @zoe an', 'zoe'],
  ])('Tab behind “%s” puts the whole name, which is read as whose it is', (typed, id) => {
    const suggestion = atEnd(typed)
    expect(suggestion?.person.id).toBe(id)
    expect(read(`${suggestion?.text}confirm the review`)).toMatchObject({
      text: `${typed.startsWith('@') ? '' : 'Tell them '}confirm the review`,
      ownerId: id,
    })
  })

  test('in the middle of a line the words behind the caret stay', () => {
    const suggestion = suggestionIn('@lee c confirm the review', '@lee c'.length, people)
    expect(suggestion?.text).toBe('@"Lee Chan" confirm the review')
  })

  test.each(['', '@', 'lee', '@Zanele Dlamini', '@"Zanele Dlamini" ', '@"Lee Chan" c', 'x@lee', '@Bo '])('nothing is put behind “%s”', (typed) => {
    expect(atEnd(typed)).toBeNull()
  })

  test('one press chooses among people of the same first name, and the line is read as theirs', () => {
    const line = '@Lee confirm the review'
    const [chip] = read(line).chips
    const chosen = people.find(({ id }) => id === 'chan')
    if (chip?.kind !== 'owner' || !chosen) throw new Error('no name was found')
    expect(chip.candidateIds).toEqual(['ann', 'chan'])
    expect(read(chosenIn(line, chip, writtenName(chosen, people)))).toMatchObject({ text: 'confirm the review', ownerId: 'chan' })
  })
})
