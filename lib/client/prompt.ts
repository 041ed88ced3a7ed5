import { type Observable, observable } from './observable.ts'

export type Asked<Q, A> = { readonly question: Q; readonly answer: (answer: A) => void }

/** A question that code asks and a dialog answers. A second question waits for the first. */
export type Prompt<Q, A> = {
  readonly ask: (question: Q) => Promise<A>
  readonly current: Observable<Asked<Q, A> | null>
}

export function prompt<Q, A>(): Prompt<Q, A> {
  const current = observable<Asked<Q, A> | null>(null)
  let last: Promise<unknown> = Promise.resolve()
  const ask = (question: Q) => {
    const answered = last.then(
      () =>
        new Promise<A>((resolve) => {
          current.set({
            question,
            answer: (answer) => {
              current.set(null)
              resolve(answer)
            },
          })
        }),
    )
    last = answered
    return answered
  }
  return { ask, current }
}
