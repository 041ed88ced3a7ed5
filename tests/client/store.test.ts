import { describe, expect, test } from 'vitest'
import type { Committed } from '../../lib/client/network/batch.ts'
import { outboxOn } from '../../lib/client/network/outbox.ts'
import type { NetworkServer } from '../../lib/client/network/server.ts'
import { networkStore } from '../../lib/client/network/store.ts'
import { comeIn, signedOut } from '../../lib/client/signed-out.ts'
import { system } from '../../lib/domain/access.ts'
import { type CommandCall, call } from '../../lib/domain/command/call.ts'
import { runCommands } from '../../lib/domain/command/run.ts'
import { DomainError } from '../../lib/domain/error.ts'
import { documentToChanges } from '../../lib/domain/format/to-changes.ts'
import { newId } from '../../lib/domain/ids.ts'
import { applyChanges, fork, makeSnapshot, networkOf, type Snapshot } from '../../lib/domain/snapshot.ts'
import { templateOf } from '../../lib/domain/template/template.ts'

const now = '2027-02-10T09:00:00Z'

function start(): Snapshot {
  const template = templateOf('value-network')
  if (!template) throw new Error('the template is missing')
  const snapshot = makeSnapshot({}, 1)
  applyChanges(snapshot, documentToChanges(template.make('2027-02-10', 'Bright Clinics')))
  return snapshot
}

/** A server in memory that keeps a log, as the real one does; `refuse` is thrown by the next commit. */
function server(initial: Snapshot) {
  const truth = fork(initial)
  const log: Committed[] = []
  const seen = new Map<string, Committed>()
  const sent: { key: string; calls: readonly CommandCall[] }[] = []
  const faults: Error[] = []
  const write = (calls: readonly CommandCall[], key: string): Committed => {
    const known = seen.get(key)
    if (known) return known
    const changes = runCommands(truth, calls, { actor: 'test', who: system, now })
    truth.revision += 1
    const committed = { revision: truth.revision, changeSetId: key, changes, summary: 'done' }
    log.push(committed)
    seen.set(key, committed)
    return committed
  }
  const api: NetworkServer = {
    snapshot: async () => fork(truth),
    changesSince: async (revision) => ({
      revision: truth.revision,
      reset: false,
      more: false,
      changeSets: log.filter((each) => each.revision > revision),
    }),
    commit: async ({ key, calls }) => {
      sent.push({ key, calls })
      const fault = faults.shift()
      if (fault) throw fault
      return write(calls, key)
    },
    undo: async () => Promise.reject(new DomainError('NOTHING_TO_UNDO', 'There is nothing to undo.')),
    redo: async () => Promise.reject(new DomainError('NOTHING_TO_REDO', 'There is nothing to redo.')),
  }
  return { api, truth, write, sent, faults }
}

/** What a browser keeps between pages. */
function shelf() {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}

function open() {
  const initial = start()
  const remote = server(initial)
  let keys = 0
  const kept = shelf()
  const newPage = () =>
    networkStore({
      server: remote.api,
      initial,
      now: () => now,
      newKey: () => `key-${++keys}`,
      outbox: outboxOn(kept, networkOf(initial).id, 'user'),
      userId: 'u1',
      who: () => system,
    })
  const store = newPage()
  const rename = (name: string, revision?: number) =>
    call('network.update', { id: networkOf(initial).id, set: { name }, ...(revision === undefined ? {} : { revision }) })
  const shown = () => networkOf(store.state.get().snapshot).name
  const confirmed = () => networkOf(store.state.get().confirmed).name
  return { store, newPage, kept, remote, rename, shown, confirmed, initial, networkId: networkOf(initial).id }
}

describe('one network in the browser', () => {
  test('an edit shows before the server has answered, and is confirmed by it', async () => {
    const { store, rename, shown, confirmed } = open()
    const done = store.commit([rename('Clear Clinics')])
    await expect.poll(shown).toBe('Clear Clinics')
    await done
    expect(confirmed()).toBe('Clear Clinics')
    expect(store.state.get().pending).toEqual([])
  })

  test('an edit stays while nobody is signed in, and is sent again when somebody is', async () => {
    const { store, remote, rename, shown, confirmed } = open()
    remote.faults.push(new DomainError('UNAUTHENTICATED', 'Sign in first.'))
    signedOut.set(true)
    const done = store.commit([rename('Clear Clinics')])
    await expect.poll(() => remote.faults.length).toBe(0)
    expect(shown()).toBe('Clear Clinics')
    expect(store.state.get().pending).toHaveLength(1)
    signedOut.set(false)
    await done
    expect(confirmed()).toBe('Clear Clinics')
  })

  test('LV26: an edit that waits is not sent in the name of somebody else who signs in on the page', async () => {
    const { store, remote, rename, confirmed } = open()
    remote.faults.push(new DomainError('UNAUTHENTICATED', 'Sign in first.'))
    signedOut.set(true)
    const done = store.commit([rename('Clear Clinics')])
    await expect.poll(() => remote.faults.length).toBe(0)
    comeIn('another')
    await new Promise(setImmediate)
    expect(remote.sent).toHaveLength(1)
    expect(store.state.get().pending).toHaveLength(1)
    comeIn('u1')
    await done
    expect([remote.sent.length, confirmed()]).toEqual([2, 'Clear Clinics'])
  })

  test('LV26: nor is one that waits for a server that was away', async () => {
    const { store, remote, rename, confirmed } = open()
    remote.faults.push(new DomainError('UNAVAILABLE', 'Not now.'))
    const done = store.commit([rename('Clear Clinics')])
    await expect.poll(() => remote.faults.length).toBe(0)
    comeIn('another')
    store.hears(true)
    await new Promise(setImmediate)
    expect(remote.sent).toHaveLength(1)
    comeIn('u1')
    await done
    expect(confirmed()).toBe('Clear Clinics')
  })

  test('an edit that the role does not allow is refused in the browser, before anything is sent', async () => {
    const { initial, remote } = open()
    const viewer = { personId: 'person_v', role: 'viewer', members: new Map() } as const
    const network = networkStore({
      server: remote.api,
      initial,
      now: () => now,
      newKey: () => 'key',
      outbox: outboxOn(shelf(), networkOf(initial).id, 'user'),
      who: () => viewer,
    })
    await expect(network.commit([call('network.update', { id: networkOf(initial).id, set: { name: 'Mine' } })])).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(network.state.get().pending).toEqual([])
  })

  test('a refused edit is taken back, and the refusal is told', async () => {
    const { store, remote, rename, shown } = open()
    remote.write([rename('Theirs')], 'elsewhere')
    remote.faults.push(new DomainError('STALE_EDIT', 'Somebody changed it.'))
    await expect(store.commit([rename('Mine')])).rejects.toMatchObject({ code: 'STALE_EDIT' })
    expect(shown()).toBe('Theirs')
    expect(store.state.get().pending).toEqual([])
  })

  test('an edit that the commands refuse is never sent', async () => {
    const { store, remote } = open()
    await expect(store.commit([call('node.delete', { id: 'nowhere' })])).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(remote.sent).toEqual([])
  })

  test('edits are sent in the order in which they were made, and one’s own do not make the next stale', async () => {
    const { store, remote, rename, shown } = open()
    await Promise.all([store.commit([rename('One')]), store.commit([rename('Two')]), store.commit([rename('Three')])])
    expect(shown()).toBe('Three')
    expect(networkOf(remote.truth).name).toBe('Three')
    expect(remote.sent.map(({ calls }) => Reflect.get(Object(calls[0]?.input), 'revision'))).toEqual([1, 2, 3])
  })

  test('an edit carries the revision at which it was begun, although others came since', async () => {
    const { store, remote, rename } = open()
    remote.write(
      [
        call('node.create', {
          id: newId('node', 'other'),
          areaId: [...remote.truth.tables.area.values()][0]?.id ?? newId('area', 'none'),
          name: 'Other',
        }),
      ],
      'elsewhere',
    )
    await store.catchUp(2)
    await store.commit([rename('Mine', 1)])
    expect(Reflect.get(Object(remote.sent[0]?.calls[0]?.input), 'revision')).toBe(1)
  })

  test('what others did is caught up with under an edit on its way', async () => {
    const { store, remote, rename, shown, networkId } = open()
    remote.write([call('network.update', { id: networkId, set: { vision: 'Nobody waits' } })], 'elsewhere')
    await store.commit([rename('Mine')])
    expect(shown()).toBe('Mine')
    expect(networkOf(store.state.get().snapshot).vision).toBe('Nobody waits')
    expect(store.state.get().confirmed.revision).toBe(3)
  })

  test('while the server is away the edit stays on the screen and is sent again under the same key', async () => {
    const { store, remote, rename, shown } = open()
    remote.faults.push(new TypeError('fetch failed'))
    const done = store.commit([rename('Patient')])
    await expect.poll(() => store.state.get().isOffline).toBe(true)
    expect(shown()).toBe('Patient')
    await done
    expect(store.state.get().isOffline).toBe(false)
    expect(new Set(remote.sent.map(({ key }) => key)).size).toBe(1)
    expect(networkOf(remote.truth).name).toBe('Patient')
  })

  test('nothing to undo is told and changes nothing', async () => {
    const { store, shown } = open()
    await expect(store.step('undo')).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
    expect(shown()).toBe('Bright Clinics')
  })

  test('an edit that no server answered is sent by the next page, in order and under its key', async () => {
    const { store, newPage, kept, remote, rename } = open()
    remote.faults.push(...Array.from({ length: 2 }, () => new TypeError('fetch failed')))
    void store.commit([rename('First')])
    void store.commit([rename('Second')])
    await expect.poll(() => store.state.get().isOffline).toBe(true)
    expect(kept.length).toBe(2)

    const later = newPage()
    const sent = later.resume()
    await expect.poll(() => networkOf(later.state.get().snapshot).name).toBe('Second')
    await Promise.all(sent)
    expect(networkOf(remote.truth).name).toBe('Second')
    expect(remote.truth.revision).toBe(3)
    expect(kept.length).toBe(0)
  })

  test('an answered edit is not kept, whether it was taken or refused', async () => {
    const { store, kept, remote, rename } = open()
    await store.commit([rename('Taken')])
    remote.write([rename('Theirs')], 'elsewhere')
    remote.faults.push(new DomainError('STALE_EDIT', 'Somebody changed it.'))
    await expect(store.commit([rename('Refused')])).rejects.toThrow()
    expect(kept.length).toBe(0)
  })

  test('a page that hears that the server is gone says so, and takes it back', () => {
    const { store } = open()
    store.hears(false)
    expect(store.state.get().isOffline).toBe(true)
    store.hears(true)
    expect(store.state.get().isOffline).toBe(false)
  })
})
