/**
 * A long computation in steps: it yields the share that is done, 0 to 1, and returns its result. Whoever runs it may show the share, let
 * others have the machine in between, or stop asking: then it is cancelled.
 */
export type Steps<R> = Generator<number, R, undefined>

/** What a computation in steps returns in the end. */
export type Returned<F extends (...given: never[]) => Generator<unknown, unknown, undefined>> =
  ReturnType<F> extends Generator<unknown, infer R> ? R : never

/** Runs a computation to its end without a stop. Cost that of the computation. */
export function finish<R>(steps: Steps<R>): R {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The steps of a part, told as a stretch of the whole: `from` and `to` are shares of it, 0 to 1. Cost O(steps). */
export function* within<R>(steps: Steps<R>, from: number, to: number): Steps<R> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}
