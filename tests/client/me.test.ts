import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { refreshMe } from '../../lib/client/network/me.ts'
import { observable } from '../../lib/client/observable.ts'
import type { Me } from '../../lib/contract/me.ts'

const ana: Me = { personId: 'p-ana', name: 'Ana', role: 'editor', members: [], userId: 'u1', isInstanceOwner: false, unread: 0 }

describe('who uses this browser', () => {
  const reload = vi.fn()
  beforeEach(() => {
    reload.mockClear()
    vi.stubGlobal('window', { location: { reload } })
  })
  afterEach(() => vi.unstubAllGlobals())
  const answered = async (answer: () => Response) => {
    vi.stubGlobal('fetch', async () => answer())
    const me = observable(ana)
    await refreshMe('net', me)
    return { me: me.get(), reloads: reload.mock.calls.length }
  }

  test('another role of the same person is taken over', async () => {
    const viewer: Me = { ...ana, role: 'viewer' }
    expect(await answered(() => Response.json(viewer))).toEqual({ me: viewer, reloads: 0 })
  })

  test('LV26: somebody else, who signed in in another window, gets a page of their own', async () => {
    expect(await answered(() => Response.json({ ...ana, userId: 'u2', personId: 'p-ben' }))).toEqual({ me: ana, reloads: 1 })
  })

  test('who has no part in the network any more is shown out; who cannot be asked about stays', async () => {
    expect(await answered(() => Response.json({ code: 'NOT_FOUND', detail: 'No.' }, { status: 404 }))).toEqual({ me: ana, reloads: 1 })
    reload.mockClear()
    expect(await answered(() => Response.json({ code: 'UNAVAILABLE', detail: 'Not now.' }, { status: 503 }))).toEqual({ me: ana, reloads: 0 })
  })
})
