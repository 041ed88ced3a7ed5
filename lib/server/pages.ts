import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Config } from './config.ts'

/** Next's part of the server: pages and their files. */
export type Pages = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly close: () => Promise<void>
}

/** Reads Next's configuration once without a word: it is cached, and the start would print a line of its own otherwise. */
async function readQuietly(root: string): Promise<void> {
  const [{ default: config }, { PHASE_PRODUCTION_SERVER }] = await Promise.all([import('next/dist/server/config.js'), import('next/constants.js')])
  await readerIn(config)(PHASE_PRODUCTION_SERVER, root, { silent: true })
}

type ReadNextConfig = (phase: string, root: string, options: { silent: boolean }) => Promise<unknown>

/** Guaranteed by the exact version of Next in package.json: the module is the function, or holds it as `default`. */
function readerIn(module: unknown): ReadNextConfig {
  return (typeof module === 'function' ? module : Reflect.get(Object(module), 'default')) as ReadNextConfig
}

/** Starts Next inside this process: over the sources in development, over its build otherwise. */
export async function openPages(config: Config, server: Server, root: string): Promise<Pages> {
  process.env['NEXT_TELEMETRY_DISABLED'] = '1'
  const { default: next } = await import('next')
  if (!config.isDev) await readQuietly(root)
  const app = next({ dev: config.isDev, dir: root, hostname: config.host, port: config.port, httpServer: server, quiet: !config.isDev })
  await app.prepare()
  const handle = app.getRequestHandler()
  return { handle: (request, response) => handle(request, response), close: () => app.close() }
}
