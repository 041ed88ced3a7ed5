import { describe, expect, test } from 'vitest'
import { noteText, readImport } from '../../app/_home/read-import.ts'
import { DomainError } from '../../lib/domain/error.ts'

const pasted = { file: null, name: 'Bright Clinics', today: '2027-01-20' }

function faultsOf(run: () => unknown): readonly string[] {
  try {
    run()
    return []
  } catch (error) {
    return error instanceof DomainError ? (error.details.faults ?? []).map(({ path }) => path) : ['another error']
  }
}

describe('what somebody hands over to make a network of', () => {
  test('a document is read as it is, whatever the file is called', () => {
    const text = '{"format":"weft/1"}'
    expect(readImport({ ...pasted, text })).toEqual({ document: { format: 'weft/1' }, isTable: false, notes: [] })
    expect(readImport({ ...pasted, text: ` ${text}`, file: 'notes.txt' })).toMatchObject({ isTable: false })
  })

  test('rows become a network with the name that was typed, else that of the file', () => {
    const text = 'Area,Node\nBrand,Identity\n'
    expect(readImport({ ...pasted, text })).toMatchObject({
      isTable: true,
      document: { network: { name: 'Bright Clinics' }, nodes: [{ name: 'Identity' }] },
    })
    expect(readImport({ ...pasted, text, name: ' ', file: 'our map.csv' })).toMatchObject({ document: { network: { name: 'our map' } } })
  })

  test('what is neither is refused with its name and what to do', () => {
    expect(faultsOf(() => readImport({ ...pasted, text: '', file: 'empty.csv' }))).toEqual(['empty.csv'])
    expect(faultsOf(() => readImport({ ...pasted, text: '{"format":', file: null }))).toEqual(['pasted rows'])
    expect(faultsOf(() => readImport({ ...pasted, text: 'Area,Node', file: 'network.json' }))).toEqual(['network.json'])
  })

  test('notes are told by the first and the number of others', () => {
    const note = { row: 3, message: 'This row names no node and was left out.' }
    expect(noteText([])).toBeNull()
    expect(noteText([note])).toBe('Row 3: This row names no node and was left out.')
    expect(noteText([note, note, note])).toBe('Row 3: This row names no node and was left out. 2 more notes like this.')
  })
})
