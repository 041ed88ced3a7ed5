import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { presence } from '../../contract/presence.ts'
import { useNetwork } from '../network/provider.tsx'
import { useObservable } from '../observable.ts'
import { addressOf, request } from '../request.ts'
import { following } from './follow.ts'
import { type Companion, companionsOf, editorsByField, keyOfField } from './people.ts'
import { type Reporter, reporter, type Said } from './reporter.ts'
import { cameraMoves, drawing, type FieldPlace, ownField, present, streamTurn } from './state.ts'
import { viewPath } from './view-path.ts'
import { clientId } from './window.ts'

const route = { method: 'POST', path: '/networks/{network}/presence' } as const

const clock = {
  now: () => performance.now(),
  later: (task: () => void, ms: number) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

async function tell(network: string, said: Said): Promise<void> {
  const before = present.get()
  const { people } = await request<typeof presence>(route, { params: { network }, body: { clientId, ...said } })
  // what the stream has told meanwhile is newer than this answer
  if (present.get() === before && said.view !== null) present.set(people)
}

/** Says that this window goes away, in a request that outlives the page. */
function sayLeft(network: string): void {
  const body = JSON.stringify({ clientId, view: null, camera: null, editing: null })
  const headers = { 'content-type': 'application/json' }
  void fetch(addressOf(route, { params: { network } }), { method: 'POST', keepalive: true, headers, body }).catch(() => undefined)
}

function useReporter(networkId: string, isTold: boolean): Reporter | null {
  const [current, setCurrent] = useState<Reporter | null>(null)
  useEffect(() => {
    if (!isTold) return
    const made = reporter({ clock, post: (said) => tell(networkId, said) })
    setCurrent(made)
    const onHide = () => sayLeft(networkId)
    window.addEventListener('pagehide', onHide)
    window.addEventListener('pageshow', made.again)
    return () => {
      window.removeEventListener('pagehide', onHide)
      window.removeEventListener('pageshow', made.again)
      made.stop()
      sayLeft(networkId)
      present.set([])
      setCurrent(null)
    }
  }, [networkId, isTold])
  return current
}

/** The path and the query of the page. */
type Place = { readonly path: string; readonly query: string }

/** What this window shows now, as the others hear it. */
function useSaid({ path, query }: Place): () => Said {
  const followed = useObservable(following)?.clientId ?? null
  const editing = useObservable(ownField)
  return useMemo(
    () => () => ({ view: viewPath(path, query, followed), camera: drawing.get()?.where() ?? null, editing }),
    [path, query, followed, editing],
  )
}

const cameraMs = 250

/** A task that runs some time after it was asked for, once for all that asked meanwhile; and what takes it back. */
function atMostEvery(ms: number, task: () => void): [ask: () => void, stop: () => void] {
  let timer: ReturnType<typeof setTimeout> | null = null
  const run = () => {
    timer = null
    task()
  }
  return [
    () => {
      timer ??= setTimeout(run, ms)
    },
    () => clearTimeout(timer ?? undefined),
  ]
}

/** Tells the others where this window is, for as long as it is there: view, camera and the field that is open. Only members are told of. */
export function useTellPresence(place: Place): void {
  const { networkId, me } = useNetwork()
  const telling = useReporter(networkId, me.personId !== null && me.userId !== null)
  const said = useSaid(place)
  const latest = useRef(said)
  useEffect(() => {
    latest.current = said
    if (document.visibilityState === 'visible') telling?.show(said())
  }, [telling, said])
  useEffect(() => {
    if (!telling) return
    const show = () => telling.show(latest.current())
    const [onCamera, stopCamera] = atMostEvery(cameraMs, show)
    const onVisibility = () => (document.visibilityState === 'visible' ? show() : telling.hide())
    document.addEventListener('visibilitychange', onVisibility)
    const stops = [cameraMoves.subscribe(onCamera), drawing.subscribe(onCamera), stopCamera]
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      for (const stop of stops) stop()
    }
  }, [telling])
  const turn = useObservable(streamTurn)
  useEffect(() => {
    if (turn > 0) telling?.again()
  }, [telling, turn])
}

/** Who else is here. */
export function useCompanions(): readonly Companion[] {
  const { me } = useNetwork()
  const people = useObservable(present)
  return useMemo(() => companionsOf(people, me.personId), [people, me.personId])
}

const nobody: readonly string[] = []
let known: { readonly people: unknown; readonly personId: string | null; readonly editors: ReadonlyMap<string, readonly string[]> } | null = null

/** Worked out once for each word of the server, whatever the number of fields that ask. */
function editorsNow(personId: string | null): ReadonlyMap<string, readonly string[]> {
  const people = present.get()
  if (known?.people !== people || known.personId !== personId) known = { people, personId, editors: editorsByField(people, personId) }
  return known.editors
}

/** Who else has this field open: their names. Draws again only where they change. */
export function useEditors(place: FieldPlace | null): readonly string[] {
  const { me } = useNetwork()
  const key = place ? keyOfField(place) : null
  const last = useRef(nobody)
  const read = () => {
    const names = key === null ? nobody : (editorsNow(me.personId).get(key) ?? nobody)
    if (names.join('\n') !== last.current.join('\n')) last.current = names
    return last.current
  }
  return useSyncExternalStore(present.subscribe, read, () => nobody)
}

/** Tells the others that this field is open here, for as long as it is. */
export function useTellEditing(place: FieldPlace | null, isOpen: boolean): void {
  const { entity, id, field } = place ?? { entity: null, id: null, field: null }
  useEffect(() => {
    if (!isOpen || entity === null || id === null || field === null) return
    const mine = { entity, id, field }
    ownField.set(mine)
    return () => {
      if (ownField.get() === mine) ownField.set(null)
    }
  }, [entity, id, field, isOpen])
}
