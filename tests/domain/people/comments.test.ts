import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { mentionLimit } from '../../../lib/domain/command/comment.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { mentionOf, mentionsIn, plainText, remention, splitMentions } from '../../../lib/domain/people/mentions.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { talkCount, threadsOn } from '../../../lib/domain/talk/thread.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { runs } from '../../property-runs.ts'
import { sketch, textOf } from '../sketch.ts'

function who(personId: string, role: Role = 'contributor'): Who {
  return { personId, role, members: new Map([[personId, role]]) }
}

const ana = who('ana')
const ben = who('ben')

function room(): Snapshot {
  const people = ['ana', 'ben', 'cem'].map((id) => ({ id, name: id }))
  return sketch({
    area: [{ id: 'a' }],
    node: [
      { id: 'n', areaId: 'a' },
      { id: 'm', areaId: 'a' },
    ],
    person: people,
  })
}

const start = Date.parse('2027-01-11T09:00:00Z')

/** A talk in a room: each act is a minute after the one before. */
function talk(snapshot = room()) {
  let minute = 0
  const run = (by: Who, ...command: Parameters<typeof call>) => {
    minute += 1
    return runCommands(snapshot, [call(...command)], { actor: by.personId ?? 'cli', who: by, now: new Date(start + minute * 60_000).toISOString() })
  }
  const say = (by: Who, id: string, text: string, parentId: string | null = null) =>
    run(by, 'comment.create', { id, subject: 'node', subjectId: 'n', text, parentId })
  return { snapshot, run, say, one: (id: string) => find(snapshot, 'comment', id) }
}

function codeOf(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [error.code, ...(error.details.faults ?? []).map(({ path }) => path)]
  }
  return []
}

describe('saying something', () => {
  test('CM1: the author is who acts, the time is now, whatever the caller says', () => {
    const { say, one, run } = talk()
    say(ana, 'c', 'Well done')
    expect(one('c')).toMatchObject({ personId: 'ana', at: '2027-01-11T09:01:00.000Z', text: 'Well done', parentId: null, mentionIds: [] })
    const forged = { id: 'd', subject: 'node', subjectId: 'n', text: 'x', personId: 'ben' } as const
    expect(codeOf(() => run(ana, 'comment.create', forged))).toEqual(['VALIDATION', 'personId'])
  })

  test('CM1: the program itself and somebody without a person say nothing', () => {
    const { say, snapshot } = talk()
    expect(codeOf(() => say(system, 'c', 'beep'))).toEqual(['FORBIDDEN'])
    expect(snapshot.tables.comment.size).toBe(0)
  })

  test.each([
    ['viewer', ['FORBIDDEN']],
    ['contributor', []],
    ['facilitator', []],
    ['editor', []],
    ['owner', []],
  ] as const)('CM2: a %s may comment on a node of others: %j', (role, refusal) => {
    expect(codeOf(() => talk().say(who('ana', role), 'c', 'x'))).toEqual(refusal)
  })

  test('CM3: a subject that is not there, a taken id and an empty text are refused by path', () => {
    const { say, run } = talk()
    say(ana, 'c', 'x')
    expect(codeOf(() => run(ana, 'comment.create', { id: 'd', subject: 'node', subjectId: 'gone', text: 'x' }))).toEqual([
      'UNKNOWN_REFERENCE',
      'subjectId',
    ])
    expect(codeOf(() => run(ana, 'comment.create', { id: 'd', subject: 'area', subjectId: 'n', text: 'x' }))).toEqual([
      'UNKNOWN_REFERENCE',
      'subjectId',
    ])
    expect(codeOf(() => say(ana, 'c', 'again'))).toEqual(['ID_TAKEN'])
    expect(codeOf(() => say(ana, 'd', ' \n'))).toEqual(['VALIDATION', 'text'])
  })
})

describe('answers', () => {
  test('CM4: stand one level deep: an answer to an answer joins the thread', () => {
    const { say, one } = talk()
    say(ana, 'c', 'one')
    say(ben, 'd', 'two', 'c')
    say(ana, 'e', 'three', 'd')
    expect([one('d')?.parentId, one('e')?.parentId]).toEqual(['c', 'c'])
  })

  test('CM4: to a comment about something else are refused', () => {
    const { say, run } = talk()
    say(ana, 'c', 'one')
    expect(codeOf(() => run(ben, 'comment.create', { id: 'd', subject: 'node', subjectId: 'm', text: 'x', parentId: 'c' }))).toEqual([
      'VALIDATION',
      'parentId',
    ])
    expect(codeOf(() => say(ben, 'd', 'x', 'nobody'))).toEqual(['NOT_FOUND'])
  })

  test('CM5: open a resolved thread again, in the same step', () => {
    const { say, run, one } = talk()
    say(ana, 'c', 'one')
    run(ben, 'comment.resolve', { id: 'c', isResolved: true })
    expect(one('c')).toMatchObject({ resolvedById: 'ben', resolvedAt: '2027-01-11T09:02:00.000Z' })
    expect(say(ana, 'd', 'not yet', 'c').map(({ id }) => id)).toEqual(['d', 'c'])
    expect(one('c')).toMatchObject({ resolvedById: null, resolvedAt: null })
  })

  test('CM5: a thread is resolved as a whole, by everybody who may comment', () => {
    const { say, run, one } = talk()
    say(ana, 'c', 'one')
    say(ana, 'd', 'two', 'c')
    expect(codeOf(() => run(ben, 'comment.resolve', { id: 'd', isResolved: true }))).toEqual(['VALIDATION', 'id'])
    expect(codeOf(() => run(who('cem', 'viewer'), 'comment.resolve', { id: 'c', isResolved: true }))).toEqual(['FORBIDDEN'])
    run(ben, 'comment.resolve', { id: 'c', isResolved: true })
    expect(run(ana, 'comment.resolve', { id: 'c', isResolved: true })).toEqual([])
    run(ana, 'comment.resolve', { id: 'c', isResolved: false })
    expect(one('c')?.resolvedAt).toBeNull()
  })
})

describe('words', () => {
  test('CM6: only the author changes them; an owner does not', () => {
    const { say, run, one } = talk()
    say(ana, 'c', 'one')
    for (const other of [ben, who('cem', 'owner')]) expect(codeOf(() => run(other, 'comment.edit', { id: 'c', text: 'two' }))).toEqual(['FORBIDDEN'])
    expect(codeOf(() => run(who('ana', 'viewer'), 'comment.edit', { id: 'c', text: 'two' }))).toEqual(['FORBIDDEN'])
    run(ana, 'comment.edit', { id: 'c', text: 'two @[ben]' })
    expect(one('c')).toMatchObject({ text: 'two @[ben]', mentionIds: ['ben'], editedAt: expect.stringContaining('2027-01-11T09:') })
    expect(run(ana, 'comment.edit', { id: 'c', text: 'two @[ben]' })).toEqual([])
  })

  test('CM7: deleted by the author or an owner, by nobody else', () => {
    const { say, run, one } = talk()
    say(ana, 'c', 'one')
    for (const other of [ben, who('cem', 'editor')]) expect(codeOf(() => run(other, 'comment.delete', { id: 'c' }))).toEqual(['FORBIDDEN'])
    run(who('cem', 'owner'), 'comment.delete', { id: 'c' })
    expect(one('c')).toBeUndefined()
  })

  test('CM7: what was answered keeps its place without words and author, until the last answer goes', () => {
    const { say, run, one, snapshot } = talk()
    say(ana, 'c', 'one @[ben]')
    say(ben, 'd', 'two', 'c')
    say(ben, 'e', 'three', 'c')
    run(ana, 'comment.delete', { id: 'c' })
    expect(one('c')).toMatchObject({ text: '', personId: null, mentionIds: [] })
    expect(codeOf(() => run(ana, 'comment.edit', { id: 'c', text: 'back' }))).toEqual(['FORBIDDEN'])
    expect(talkCount(snapshot, 'node', 'n')).toEqual({ open: 1, comments: 2 })
    expect(run(who('cem', 'owner'), 'comment.delete', { id: 'c' })).toEqual([])
    run(ben, 'comment.delete', { id: 'd' })
    run(ben, 'comment.delete', { id: 'e' })
    expect(snapshot.tables.comment.size).toBe(0)
  })

  test('CM8: threads stand by the time at which they began, answers by theirs', () => {
    const { say, snapshot, run } = talk()
    say(ana, 'z', 'one')
    say(ana, 'b', 'two')
    say(ben, 'y', 'to one', 'z')
    say(ben, 'a', 'to one, too', 'z')
    run(ana, 'comment.create', { id: 'm', subject: 'node', subjectId: 'm', text: 'elsewhere' })
    expect(threadsOn(snapshot, 'node', 'n').map(({ root, answers }) => [root.id, ...answers.map(({ id }) => id)])).toEqual([['z', 'y', 'a'], ['b']])
  })
})

describe('mentions', () => {
  test('CM10: are read from the text, each once', () => {
    const { say, one } = talk()
    say(ana, 'c', 'Ask @[ben] and @[cem], or @[ben].')
    expect(one('c')?.mentionIds).toEqual(['ben', 'cem'])
    expect(plainText(one('c')?.text ?? '', (id) => (id === 'ben' ? 'Ben B.' : null))).toBe('Ask @Ben B. and @somebody, or @Ben B..')
  })

  test('CM11: of nobody are refused by the path of the text; those who left since may stay', () => {
    const { say, run, snapshot, one } = talk()
    expect(codeOf(() => say(ana, 'c', 'Hello @[nobody]'))).toEqual(['UNKNOWN_REFERENCE', 'text'])
    say(ana, 'c', 'Hello @[cem]')
    runCommands(snapshot, [call('person.delete', { id: 'cem' })], { actor: 'cli', who: system, now: '2027-01-12T09:00:00Z' })
    expect(one('c')?.mentionIds).toEqual([])
    run(ana, 'comment.edit', { id: 'c', text: 'Hello again @[cem]' })
    expect(one('c')).toMatchObject({ text: 'Hello again @[cem]', mentionIds: [] })
  })

  test('CM12: are fifty at most', () => {
    const people = Array.from({ length: mentionLimit + 1 }, (_, at) => ({ id: `p${at}`, name: 'P' }))
    const snapshot = sketch({ area: [{ id: 'a' }], node: [{ id: 'n', areaId: 'a' }], person: [...people, { id: 'ana', name: 'Ana' }] })
    const all = people.map(({ id }) => mentionOf(id))
    const { say } = talk(snapshot)
    expect(codeOf(() => say(ana, 'c', all.join(' ')))).toEqual(['VALIDATION', 'text'])
    expect(codeOf(() => say(ana, 'c', all.slice(1).join(' ')))).toEqual([])
  })

  test('CM10: whatever the id, a mention is read as it was written, and the parts make the text', () => {
    const id = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
    fc.assert(
      fc.property(id, fc.string(), fc.string(), (personId, before, after) => {
        const text = `${before} ${mentionOf(personId)} ${after}`
        expect(mentionsIn(text)).toContain(personId)
        const joined = splitMentions(text).map((part) => (part.kind === 'text' ? part.text : mentionOf(part.personId)))
        expect(joined.join('')).toBe(text)
        expect(mentionsIn(remention(text, personId, 'somebody-else'))).not.toContain(personId)
      }),
      { numRuns: runs(300), seed: 20_270_115 },
    )
  })
})

test('CM13: every refusal leaves the talk as it was', () => {
  const { say, run, snapshot } = talk()
  say(ana, 'c', 'one')
  const before = textOf(snapshot)
  const acts = [
    () => say(ben, 'd', 'x', 'nobody'),
    () => run(ben, 'comment.edit', { id: 'c', text: 'x' }),
    () => run(ben, 'comment.delete', { id: 'c' }),
    () => run(who('cem', 'viewer'), 'comment.resolve', { id: 'c', isResolved: true }),
  ]
  for (const act of acts) expect(codeOf(act)).not.toEqual([])
  expect(textOf(snapshot)).toBe(before)
})
