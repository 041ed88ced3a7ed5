import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from './config.ts'
import { isApiPath, refusalOf, refuse } from './guard.ts'
import { protect, protectPage } from './headers.ts'
import type { Pages } from './pages.ts'
import { originOf } from './services.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** Answers each request: turned away, by the API, or by a page; all of them with the headers that keep browsers safe. */
export function route(config: Config, answerApi: Answer, pages: () => Pages): Answer {
  const isSecure = originOf(config).startsWith('https:')
  return (request, response) => {
    protect(response, isSecure)
    const refusal = refusalOf(request, config.baseUrl)
    if (refusal) return refuse(response, refusal)
    if (isApiPath(request.url?.split('?')[0] ?? '')) return answerApi(request, response)
    protectPage(request, response, config.isDev)
    return pages().handle(request, response)
  }
}
