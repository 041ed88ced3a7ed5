import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Config } from './config.ts'

/** Next's part of the server: pages and their files. */
export type Pages = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts Next inside this process: over the sources in development, over its build otherwise. */
export async function openPages(config: Config, server: Server, root: string): Promise<Pages> {
  process.env['NEXT_TELEMETRY_DISABLED'] = '1'
  const { default: next } = await import('next')
  const app = next({ dev: config.isDev, dir: root, hostname: config.host, port: config.port, httpServer: server, quiet: !config.isDev })
  const handle = app.getRequestHandler()
  await app.prepare()
  return { handle: (request, response) => handle(request, response), close: () => app.close() }
}
