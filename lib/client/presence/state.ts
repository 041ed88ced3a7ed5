import type { Presence } from '../../contract/presence.ts'
import type { EntityName } from '../../domain/ids.ts'
import { observable } from '../observable.ts'

/** A field of a record, as windows name it to each other. */
export type FieldPlace = { readonly entity: EntityName; readonly id: string; readonly field: string }

/** The centre of a drawing in scene units, and its scale. */
export type SharedCamera = { readonly x: number; readonly y: number; readonly k: number }

/** Every window that is in the network now, as the server told it last; this one among them. */
export const present = observable<readonly Presence[]>([])

/** The field that is open for editing in this window. */
export const ownField = observable<FieldPlace | null>(null)

/** What the drawing on this page tells of its camera, and takes; null where there is no drawing. */
export type SharedDrawing = { readonly where: () => SharedCamera | null; readonly lookAt: (camera: SharedCamera) => void }
export const drawing = observable<SharedDrawing | null>(null)

/** Rises with each frame in which the camera of this page's drawing has moved. */
export const cameraMoves = observable(0)

export function cameraMoved(): void {
  cameraMoves.set(cameraMoves.get() + 1)
}

/** Rises whenever the stream of events begins: the server may have forgotten who is here. */
export const streamTurn = observable(0)

export function streamBegan(): void {
  streamTurn.set(streamTurn.get() + 1)
}
