import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodeSnapshot } from '../../../lib/contract/decode-snapshot.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('networks', (database) => {
  const { send, app } = apiOn(database)

  test('each template makes a network that opens under a readable address', async () => {
    for (const template of ['value-network', 'value-streams', 'sample', 'blank']) {
      const { status, body } = await send('POST', `${base}/networks`, { name: `Größe & Söhne ${template}`, template, timeZone: 'Europe/Berlin' })
      expect(status).toBe(201)
      expect(body.item).toMatchObject({ name: `Größe & Söhne ${template}`, slug: `gro-e-sohne-${template}`, timeZone: 'Europe/Berlin' })
      const { total } = (await send('GET', `${base}/networks/${body.item.slug}/areas`)).body
      expect(total).toBeGreaterThanOrEqual(4)
    }
    expect((await send('GET', `${base}/networks`)).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ slug: 'gro-e-sohne-sample', revision: 1 })]),
    )
  })

  test('a second network of the same name gets another address; an address that is asked for is not numbered', async () => {
    const slugs = []
    for (let at = 0; at < 3; at += 1) slugs.push((await send('POST', `${base}/networks`, { name: 'Twin', template: 'blank' })).body.item.slug)
    expect(slugs).toEqual(['twin', 'twin-2', 'twin-3'])
    expectProblem(await send('POST', `${base}/networks`, { name: 'Other', slug: 'twin' }), 'SLUG_TAKEN')
    expect((await send('POST', `${base}/networks`, { name: '字' })).body.item.slug).toBeNull()
  })

  test('networks of one name that start at the same moment all get an address', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('POST', `${base}/networks`, { name: 'Race', template: 'blank' })))
    expect(answers.map(({ body }) => body.item.slug).toSorted()).toEqual(['race', 'race-2', 'race-3', 'race-4'])
    const document = { format: 'weft/1', network: { id: `race-${database.dialect}-id`, name: 'Race' } }
    const imported = await Promise.all([1, 2, 3].map(() => send('POST', `${base}/import`, document)))
    expect(imported.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(imported.map(({ body }) => body.item.id)).size).toBe(3)
  })

  test('what cannot be a network is refused by field', async () => {
    for (const [body, path] of [
      [{}, 'name'],
      [{ name: '' }, 'name'],
      [{ name: 'A', template: 'none' }, 'template'],
      [{ name: 'A', slug: 'Not ok' }, 'slug'],
      [{ name: 'A', timeZone: 'Moon/Sea' }, 'timeZone'],
      [{ name: 'A', more: 1 }, 'more'],
    ] as const)
      expect(expectProblem(await send('POST', `${base}/networks`, body), 'VALIDATION').errors[0].path).toBe(path)
  })

  test('its own record is read and changed like any other', async () => {
    const network = await sampleNetwork(send)
    const patched = await send('PATCH', network, { vision: 'Everybody heals', slug: `healing-${database.dialect}`, revision: 1 })
    expect(patched.body.item).toMatchObject({ name: 'Small', vision: 'Everybody heals' })
    expect((await send('GET', `${base}/networks/healing-${database.dialect}`)).body).toEqual({ revision: 2, item: patched.body.item })
    expectProblem(await send('PATCH', network, { vision: 'Nobody', revision: 1 }), 'STALE_EDIT')
    await send('POST', `${base}/networks`, { name: 'Holder', slug: `holder-${database.dialect}`, template: 'blank' })
    expectProblem(await send('PATCH', network, { slug: `holder-${database.dialect}`, revision: 2 }), 'SLUG_TAKEN')
  })

  test('it is deleted only by its name, with everything in it', async () => {
    const network = await sampleNetwork(send)
    expectProblem(await send('DELETE', network), 'VALIDATION')
    expectProblem(await send('DELETE', `${network}?confirm=small`), 'VALIDATION')
    expect((await send('GET', network)).status).toBe(200)
    expect((await send('DELETE', `${network}?confirm=Small`)).body.name).toBe('Small')
    for (const path of ['', '/nodes', '/snapshot', '/changes?since=0']) expectProblem(await send('GET', network + path), 'NOT_FOUND')
  })

  test('a network that is not there is 404', async () => {
    const nowhere = `${base}/networks/nowhere`
    expectProblem(await send('GET', nowhere), 'NOT_FOUND')
    expectProblem(await send('PATCH', nowhere, { name: 'A', revision: 1 }), 'NOT_FOUND')
    expectProblem(await send('DELETE', `${nowhere}?confirm=A`), 'NOT_FOUND')
  })

  test('its snapshot comes in the encoding that is asked for, and 304 where nothing changed', async () => {
    const network = await sampleNetwork(send)
    const fetchSnapshot = (headers: Record<string, string>) => app().request(`${network}/snapshot`, { headers })
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
    const plain = await (await fetchSnapshot({})).text()
    for (const encoding of ['br', 'gzip'] as const) {
      const response = await fetchSnapshot({ 'accept-encoding': `${encoding};q=1.0, identity` })
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(unpack[encoding](Buffer.from(await response.arrayBuffer())).toString()).toBe(plain)
    }
    expect((await fetchSnapshot({ 'accept-encoding': 'br;q=0, deflate' })).headers.get('content-encoding')).toBeNull()
    const snapshot = decodeSnapshot(JSON.parse(plain))
    expect([snapshot.revision, snapshot.tables.node.get('care')?.name]).toEqual([1, 'Care'])
    const etag = (await fetchSnapshot({})).headers.get('etag') ?? ''
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) expect((await fetchSnapshot({ 'if-none-match': tag })).status).toBe(304)
    await send('POST', `${network}/teams`, { name: 'New' })
    const later = await fetchSnapshot({ 'if-none-match': etag })
    expect([later.status, later.headers.get('etag') === etag]).toEqual([200, false])
  })

  test('a file name made of an address holds nothing that a header could mistake', async () => {
    const { body } = await send('POST', `${base}/import`, { format: 'weft/1', network: { id: `a"b\\c;${database.dialect}/é`, name: 'Odd' } })
    const { headers, status } = await send('GET', `${base}/networks/${encodeURIComponent(body.item.id)}/export`)
    expect([status, headers.get('content-disposition')]).toEqual([200, `attachment; filename="a-b-c-${database.dialect}-.weft.json"`])
  })
})
