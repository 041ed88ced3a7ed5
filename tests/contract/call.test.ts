import { expect, test } from 'vitest'
import { api } from '../../lib/contract/api.ts'
import { requestOf } from '../../lib/contract/call.ts'

test('a request has its parameters in the path, encoded, its query behind it, and its body as JSON', () => {
  expect(requestOf(api.nodes.get, { params: { network: 'a/b', id: 'ü ?' } })).toEqual({
    method: 'GET',
    url: '/api/v1/networks/a%2Fb/nodes/%C3%BC%20%3F',
    body: null,
  })
  expect(requestOf(api.nodes.list, { params: { network: 'n' }, query: { areaId: 'a&b', limit: 2 } }).url).toBe(
    '/api/v1/networks/n/nodes?areaId=a%26b&limit=2',
  )
  const created = requestOf(api.teams.create, { params: { network: 'n' }, body: { name: 'T' } }, 'http://localhost:3000/api/v1')
  expect(created).toEqual({ method: 'POST', url: 'http://localhost:3000/api/v1/networks/n/teams', body: '{"name":"T"}' })
})

test('what is left out of a query is not sent', () => {
  expect(requestOf(api.nodes.list, { params: { network: 'n' }, query: { search: undefined } }).url).toBe('/api/v1/networks/n/nodes')
})
