import { describe, expect, test } from 'vitest'
import { describeFlags, readFlags } from '../../bin/launcher/flags.mjs'
import { isFit } from '../../bin/launcher/node.mjs'

const flags = { port: { value: 'NUMBER', says: 'port' }, force: { says: 'even so' } }

describe('flags of the launcher', () => {
  test('are read as `--name value` and as `--name=value`', () => {
    expect(readFlags(['--port', '1', '--force'], flags)).toEqual({ port: '1', force: true })
    expect(readFlags(['--port=1'], flags)).toEqual({ port: '1' })
  })

  test('an unknown one is refused with those that are known', () => {
    expect(() => readFlags(['--prot', '1'], flags)).toThrow('There is no flag --prot. Known here: --port, --force, --help.')
  })

  test('a missing value and a stray word are refused', () => {
    expect(() => readFlags(['--port'], flags)).toThrow('--port needs a value: --port NUMBER')
    expect(() => readFlags(['--port', '--force'], flags)).toThrow('--port needs a value')
    expect(() => readFlags(['8080'], flags)).toThrow('“8080” is not expected here')
  })

  test('are described one a line', () => {
    expect(describeFlags(flags)).toEqual([
      expect.stringMatching(/^ {2}--port NUMBER +port$/),
      expect.stringMatching(/--force +even so/),
      expect.stringMatching(/--help/),
    ])
  })
})

test('Node 24 and later is fit, 22 is not', () => {
  expect(['18.20.0', '20.20.2', '22.11.0', '24.0.0', '24.21.0', '26.1.0'].map(isFit)).toEqual([false, false, false, true, true, true])
})
