import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostCharacters, readWhatIf } from '../../../lib/client/what-if/read-address.ts'
import { withEdit, writeWhatIf } from '../../../lib/client/what-if/write-address.ts'
import { mostEdits, type WhatIfEdit, whatIfEditSchema, whatIfEditsSchema } from '../../../lib/domain/measure/what-if/edit.ts'

function edits(...given: readonly unknown[]): WhatIfEdit[] {
  return whatIfEditsSchema.parse(given)
}

const id = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
const share = fc.double({ min: 0, max: 1, noNaN: true })
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const what = fc.string({ maxLength: 40, unit: 'binary' }).filter((text) => !text.includes('\u0000') && text.isWellFormed())

const anyEdit = fc
  .oneof(
    fc.record({ kind: fc.constant('confidence'), keyResultId: id, confidence: share }),
    fc.record({ kind: fc.constant('due'), keyResultId: id, dueOn: day }),
    fc.record({ kind: fc.constant('promise'), dependencyId: id, promisedOn: day, neededOn: fc.option(day) }),
    fc.record({ kind: fc.constant('promise'), dependencyId: id, promisedOn: fc.constant(null), neededOn: day }),
    fc.record({ kind: fc.constant('drop'), dependencyId: id }),
    fc.record({ kind: fc.constant('add'), consumerKeyResultId: id, supplierKeyResultId: id, strength: share, what }),
    fc.record({ kind: fc.constant('add'), consumerKeyResultId: id, supplierNodeId: id, strength: share, what }),
    fc.record({ kind: fc.constant('second'), dependencyId: id, supplierKeyResultId: id }),
    fc.record({ kind: fc.constant('without'), entity: fc.constantFrom('node', 'team', 'person'), id }),
  )
  .map((edit) => whatIfEditSchema.parse(edit))

describe('what is supposed, in an address', () => {
  test('WI1: whatever is supposed is read as it was written, also through a query', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), (given) => {
        const text = writeWhatIf(given)
        const carried = new URLSearchParams(new URLSearchParams({ if: text }).toString()).get('if') ?? ''
        expect(readWhatIf(carried)).toEqual({ edits: given, fault: null })
      }),
      { numRuns: 300 },
    )
  })

  test('WI1: one thing more is supposed once, and what stood there is left as it is', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 4 }), anyEdit, (given, added) => {
        const address = withEdit(writeWhatIf(given), added)
        const isThere = writeWhatIf(given)
          .split('*')
          .includes(writeWhatIf([added]))
        expect(readWhatIf(address)).toEqual({ edits: isThere ? given : [...given, added], fault: null })
        expect(withEdit(address, added)).toBe(address)
      }),
      { numRuns: 200 },
    )
    const [drop, away] = edits({ kind: 'drop', dependencyId: 'dep_a' }, { kind: 'without', entity: 'node', id: 'n1' })
    if (!drop || !away) throw new Error('two edits')
    expect(withEdit('q.cut off', drop)).toBe('q.cut off*x.dep_a')
    expect(withEdit('', away)).toBe('w.n.n1')
  })

  test('WI2: it is short, and holds only signs that a query carries as they are', () => {
    const text = writeWhatIf(
      edits(
        { kind: 'confidence', keyResultId: 'kr_offers', confidence: 0.3 },
        { kind: 'add', consumerKeyResultId: 'K1', supplierNodeId: 'n', strength: 1, what: "100% of (Ana's) *leads* ~ .." },
        { kind: 'without', entity: 'node', id: 'node_talent' },
      ),
    )
    expect(text).toBe('c.kr_offers.0~2E3*a.K1.n.n.1.100~25~20of~20~28Ana~27s~29~20~2Aleads~2A~20~7E~20~2E~2E*w.n.node_talent')
    fc.assert(fc.property(fc.array(anyEdit, { maxLength: 4 }), (given) => /^[\w.*~-]*$/.test(writeWhatIf(given))))
  })

  test('WI3: what is too long is not read at all; of too many the first fifty are', () => {
    const long = readWhatIf(`c.${'k'.repeat(mostCharacters)}.1`)
    expect(long.edits).toEqual([])
    expect(long.fault).toContain('too long')
    const many = readWhatIf(Array.from({ length: mostEdits + 3 }, (_, at) => `x.d${at}`).join('*'))
    expect(many.edits).toHaveLength(mostEdits)
    expect(many.fault).toContain('more than 50')
  })

  test('WI4: a part that means nothing is left out and told of, the rest holds', () => {
    const one = readWhatIf('c.K1.7*x.d1')
    expect(one.edits).toEqual(edits({ kind: 'drop', dependencyId: 'd1' }))
    expect(one.fault).toBe('One of the things that this link supposes cannot be read and is left out. The link may have been cut off.')
    expect(readWhatIf('w.n.a*w.q.b*~E0~A4*d.K1.2027-02-31').fault).toContain('3 of the things')
    expect(readWhatIf('x.~00').edits).toEqual([])
    // a share with a point that is none of ours: it is not read as 0
    expect(readWhatIf('c.K1.0.9')).toMatchObject({ edits: [], fault: expect.stringContaining('cannot be read') })
    expect(readWhatIf('c.K1.0~2E9').edits).toEqual(edits({ kind: 'confidence', keyResultId: 'K1', confidence: 0.9 }))
    expect(readWhatIf('')).toEqual({ edits: [], fault: null })
  })

  test('WI4: no text makes it fail, and nothing but edits comes out of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^([a-w]\.[~.\w%<>"]{0,12}\*?){0,6}$/)), (text) => {
        const { edits: read, fault } = readWhatIf(text)
        expect(whatIfEditsSchema.safeParse(read).success).toBe(true)
        if (read.length === 0 && text !== '') expect(fault).not.toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
