import { useState } from 'react'
import { messageOf } from '../../../lib/client/mutate.ts'
import { DomainError } from '../../../lib/domain/error.ts'

export type Form = {
  readonly isBusy: boolean
  /** what went wrong last, as a sentence */
  readonly failure: string | null
  /** what is wrong with one field, by its name */
  readonly faultOf: (field: string) => string | null
  readonly submit: (event: { readonly preventDefault: () => void }) => void
}

/** A form that is sent once at a time, says what went wrong, and keeps what was typed. */
export function useForm(send: () => Promise<void>): Form {
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({ isBusy: false, error: null })
  const faults = state.error instanceof DomainError ? (state.error.details.faults ?? []) : []
  const submit: Form['submit'] = (event) => {
    event.preventDefault()
    if (state.isBusy) return
    setState({ isBusy: true, error: null })
    send().then(
      () => setState({ isBusy: false, error: null }),
      (error: unknown) => setState({ isBusy: false, error }),
    )
  }
  return {
    isBusy: state.isBusy,
    failure: state.error === null || faults.length > 0 ? null : messageOf(state.error),
    faultOf: (field) => faults.find(({ path }) => path === field)?.message ?? null,
    submit,
  }
}
