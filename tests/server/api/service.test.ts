import { expect, test } from 'vitest'
import { operations } from '../../../lib/contract/api.ts'
import { errorTitles } from '../../../lib/contract/error.ts'
import { openApiDocument } from '../../../lib/contract/openapi.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { localIdentity } from '../../../lib/server/access/identity.ts'
import { createApi, routes } from '../../../lib/server/api/app.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base } from './api-kit.ts'

describeOnEachDatabase('the service', (database) => {
  const { send, app, live } = apiOn(database)

  test('every operation has a route, and every route an operation', () => {
    expect(routes.map(({ operation }) => operation.id).toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })

  test('is alive, and ready while its database answers', async () => {
    expect((await send('GET', '/healthz')).body).toEqual({ status: 'ok' })
    expect((await send('GET', '/readyz')).body).toEqual({
      status: 'ready',
      database: database.dialect,
      checks: { database: 'ok', schema: 'ok', disk: 'ok' },
    })
  })

  test('a bug is a 500 that tells its number and nothing else, and is heard of', async () => {
    const heard: unknown[] = []
    const broken = { ...database.store(), networks: () => Promise.reject(new Error('secret of the house')) }
    const response = await createApi({ identity: localIdentity, store: broken, live: live(), onBug: (error, id) => heard.push(error, id) }).request(
      `${base}/networks`,
    )
    const body = await response.json()
    expect([response.status, body.code]).toEqual([500, 'INTERNAL'])
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(heard).toEqual([expect.objectContaining({ message: 'secret of the house' }), body.requestId])
  })

  test('a database that is out of reach is a 503 to be tried again, and not ready', async () => {
    const gone = new DomainError('UNAVAILABLE', 'The database cannot be reached.')
    const faults = [{ about: 'database', message: 'The database db.example.org cannot be reached.' }] as const
    const check = () => Promise.resolve({ ok: false, dialect: database.dialect, version: '', migration: '', faults, settings: {} })
    const down = createApi({
      identity: localIdentity,
      store: { ...database.store(), networks: () => Promise.reject(gone), check },
      live: live(),
      onBug: (error) => expect.unreachable(String(error)),
    })
    const response = await down.request(`${base}/networks`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    const readiness = await down.request('/readyz')
    expect(readiness.status).toBe(503)
    expect(await readiness.json()).toMatchObject({ status: 'unavailable', checks: { database: 'failed', schema: 'ok' } })
    expect((await down.request('/healthz')).status).toBe(200)
  })

  test('describes itself', async () => {
    expect((await send('GET', `${base}/openapi.json`)).body).toEqual(openApiDocument())
  })

  test('has a page to read and try every call, whose only script and style carry a fresh nonce', async () => {
    const [one, two] = [await app().request('/api/docs'), await app().request('/api/docs')]
    const policy = one.headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThan(20)
    expect(two.headers.get('content-security-policy')).not.toBe(policy)
    const page = await one.text()
    expect([...page.matchAll(/<(script|style)[^>]*>/g)].map(([tag]) => tag)).toEqual([`<style nonce="${nonce}">`, `<script nonce="${nonce}">`])
    expect(page).not.toMatch(/ (on\w+|style)=/)
    for (const { id, method, path } of operations)
      expect(page, id).toContain(`<details id="${id}"><summary><span class="method ${method}">${method}</span><span class="path">${path}</span>`)
    for (const code of Object.keys(errorTitles)) expect(page).toContain(`id="${code}"`)
    const anchors = new Set([...page.matchAll(/id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(anchors, target).toContain(target)
  })
})
