import { config } from 'zod/v4'

/**
 * What `zod` is in the browser, pages and workers alike (next.config.js). Schemas must not try to compile themselves: the
 * Content-Security-Policy forbids it, and a browser reports each try. They try as they are made, so this comes before all of them.
 */
config({ jitless: true })

export * from 'zod/v4'
