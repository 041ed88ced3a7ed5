import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { proveBackup } from '../../../lib/server/backup/prove.ts'
import { DamagedBackup } from '../../../lib/server/backup/read.ts'
import { freshFolder, weft } from '../cli/command-line.ts'
import { fileWithNetwork } from '../cli/content.ts'

let home = ''
let good: Buffer = Buffer.alloc(0)

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'weft-verify-'))
  const databaseUrl = await fileWithNetwork(home)
  expect(await weft(['backup', 'copy'], { folder: home, databaseUrl })).toMatchObject({ code: 0 })
  good = readFileSync(join(home, 'copy'))
  return () => rmSync(home, { recursive: true, force: true })
})

describe('weft backup verify', () => {
  test('OP16: says that a good copy is whole and can be restored, and leaves nothing behind', async () => {
    const before = readdirSync(home)
    const { code, out, err } = await weft(['backup', 'verify', 'copy'], { folder: home })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^copy is whole and can be restored: 1 network, \d+ rows, made 2027-02-10T09:00:00\.000Z from sqlite\.\n/)
    expect(readdirSync(home)).toEqual(before)
    expect(JSON.parse((await weft(['backup', 'verify', 'copy', '--json'], { folder: home })).out)).toMatchObject({
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('OP17: one flipped bit anywhere is refused, or changes nothing that the copy holds', async () => {
    const folder = freshFolder()
    const content = gunzipSync(good).toString()
    const path = join(folder, 'flipped')
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(good)
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at)
        writeFileSync(path, flipped)
        const outcome = await proveBackup(path, folder).catch((error: unknown) => error)
        if (outcome instanceof DamagedBackup) return
        // Bits of the container that carry nothing, such as its time stamp and what fills its last byte: what comes out is the same.
        expect(outcome).toHaveProperty('contentHash')
        expect(gunzipSync(flipped).toString() === content, `bit ${bit} of byte ${at}`).toBe(true)
      }),
      {
        numRuns: process.env['WEFT_LONG'] ? 1_000 : 100,
        examples: [
          [0, 0],
          [3, 0],
          [good.length - 1, 7],
        ],
      },
    )
  })

  test('OP17: a row that was changed, hash and counts made to fit, is still told from the original by its content hash', async () => {
    const folder = freshFolder()
    const lines = gunzipSync(good).toString().trimEnd().split('\n').slice(0, -1)
    const changed = `${lines.map((line) => line.replace('"Care"', '"Cure"')).join('\n')}\n`
    const { rows } = JSON.parse(gunzipSync(good).toString().trimEnd().split('\n').at(-1) ?? '')
    const trailer = JSON.stringify({ end: true, rows, sha256: createHash('sha256').update(changed).digest('hex') })
    writeFileSync(join(folder, 'forged'), gzipSync(`${changed}${trailer}\n`))
    const [forged, original] = [await proveBackup(join(folder, 'forged'), folder), await proveBackup(join(home, 'copy'), folder)]
    expect(forged.contentHash).not.toBe(original.contentHash)
  })

  test('OP18: links, folders and what is not there are refused with what to do', async () => {
    const folder = freshFolder()
    symlinkSync(join(home, 'copy'), join(folder, 'link'))
    for (const [file, message] of [
      ['link', 'is a link. Give the file itself.'],
      ['.', 'is no plain file'],
      ['gone', 'There is no file'],
    ] as const)
      expect(await weft(['backup', 'verify', file], { folder }), file).toMatchObject({ code: 3, err: expect.stringContaining(message) })
  })

  test('OP18: called wrongly it says how it is called', async () => {
    const folder = freshFolder()
    expect(await weft(['backup', 'verify'], { folder })).toMatchObject({ code: 2, err: expect.stringContaining('weft backup verify FILE') })
    expect(await weft(['backup', 'one', 'two'], { folder })).toMatchObject({ code: 2, err: expect.stringContaining('verify FILE, or now') })
    expect(await weft(['backup', 'now'], { folder })).toMatchObject({ code: 2, err: expect.stringContaining('BACKUP_DIR') })
    expect(readdirSync(folder)).toEqual([])
  })
})
