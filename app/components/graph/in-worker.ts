import type { ChainInput, MapInput } from '../../../lib/layout/input.ts'
import type { ChainPlacement, Scene } from '../../../lib/layout/scene.ts'

/** What the worker is asked to lay out. */
export type LayoutRequest =
  | { readonly kind: 'map'; readonly input: MapInput }
  | { readonly kind: 'chain'; readonly input: ChainInput; readonly previous: ChainPlacement | null }

/** Guaranteed by the worker: it answers with the scene of the kind that was asked for. */
function sceneIn<S extends Scene>(message: MessageEvent<unknown>): S {
  return message.data as S
}

/** Lays out in a worker of its own; `stop` ends it when its answer is no longer wanted. */
export function inWorker<S extends Scene>(request: LayoutRequest): { readonly scene: Promise<S>; readonly stop: () => void } {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  const scene = new Promise<S>((resolve, reject) => {
    worker.onmessage = (message) => {
      resolve(sceneIn<S>(message))
      worker.terminate()
    }
    worker.onerror = (event) => {
      reject(new Error(`The layout failed: ${event.message}`))
      worker.terminate()
    }
  })
  worker.postMessage(request)
  return { scene, stop: () => worker.terminate() }
}
