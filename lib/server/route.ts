import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from './config.ts'
import { isApiPath, refusalOf, refuse } from './guard.ts'
import { protect, protectPage } from './headers.ts'
import type { Trace } from './operation/trace.ts'
import type { Pages } from './pages.ts'
import { originOf } from './services.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

export type Around = {
  readonly answerApi: Answer
  readonly pages: () => Pages
  /** begins to follow a request */
  readonly begin: (request: IncomingMessage, response: ServerResponse) => Trace
}

/** Files of the build are no pages: there are many of them, and they say nothing about the server. */
function kindOf(path: string): string {
  return path.startsWith('/_next/') ? 'file' : 'page'
}

/** Answers each request: turned away, by the API, or by a page; all of them with the headers that keep browsers safe, and an id. */
export function route(config: Config, { answerApi, pages, begin }: Around): Answer {
  const isSecure = originOf(config).startsWith('https:')
  return (request, response) => {
    protect(response, isSecure)
    const trace = begin(request, response)
    const refusal = refusalOf(request, config.baseUrl)
    const path = request.url?.split('?')[0] ?? ''
    if (refusal) {
      trace.route = 'refused'
      return refuse(response, refusal)
    }
    if (isApiPath(path)) return answerApi(request, response)
    trace.route = kindOf(path)
    protectPage(request, response, config.isDev)
    return pages().handle(request, response)
  }
}
