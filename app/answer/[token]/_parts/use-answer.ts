'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { request } from '../../../../lib/client/request.ts'
import type { answers } from '../../../../lib/contract/answers.ts'
import type { Answer } from '../../../../lib/contract/call.ts'
import { DomainError } from '../../../../lib/domain/error.ts'

export type AnswerView = Answer<typeof answers.read>

/** What goes along with an answer. */
export type GivenAnswer = z.input<typeof answers.give.body>

export type AnswerStep =
  | { readonly step: 'reading' }
  | { readonly step: 'asking'; readonly view: AnswerView /** why it was not taken; null before the first try */; readonly fault: string | null }
  | { readonly step: 'giving' | 'undone'; readonly view: AnswerView }
  | { readonly step: 'given'; readonly view: AnswerView; readonly atMs: number | null }
  | { readonly step: 'failed'; readonly message: string }

const path = '/answers/{token}'

/** Whether nothing can be done about a refusal: everything else is put right, or tried again. */
function isOver(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'LINK_OVER'
}

/** Why an answer was not taken. A repeat is safe: a link answers once. */
function faultOf(error: unknown): string {
  return error instanceof TypeError ? 'The server could not be reached. What you wrote is still here: try again.' : messageOf(error)
}

/** Resolves when somebody looks at the page: what only fetches it answers nothing. */
function untilVisible(): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
  })
}

/** What the link does: read first, then done at once where nothing has to be said, and undone where somebody thinks better of it. */
export function useAnswer(token: string) {
  const [state, setState] = useState<AnswerStep>({ step: 'reading' })
  const hasBegun = useRef(false)
  const fail = useCallback((error: unknown) => setState({ step: 'failed', message: messageOf(error) }), [])
  const ask = useCallback((view: AnswerView) => setState({ step: 'asking', view, fault: null }), [])
  const give = useCallback(
    async (view: AnswerView, body: GivenAnswer) => {
      setState({ step: 'giving', view })
      try {
        const done = await request<typeof answers.give>({ method: 'POST', path }, { params: { token }, body })
        setState({ step: 'given', view: done, atMs: Date.now() })
      } catch (error) {
        if (isOver(error)) fail(error)
        else setState({ step: 'asking', view, fault: faultOf(error) })
      }
    },
    [token, fail],
  )
  const undo = useCallback(async () => {
    try {
      const view = await request<typeof answers.undo>({ method: 'POST', path: '/answers/{token}/undo' }, { params: { token } })
      setState({ step: 'undone', view })
    } catch (error) {
      fail(error)
    }
  }, [token, fail])
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    const begin = async () => {
      const view = await request<typeof answers.read>({ method: 'GET', path }, { params: { token } })
      if (view.state === 'done') return setState({ step: 'given', view, atMs: null })
      ask(view)
      if (view.needs.length > 0) return
      await untilVisible()
      await give(view, {})
    }
    begin().catch(fail)
  }, [token, ask, give, fail])
  return { state, ask, give, undo }
}
