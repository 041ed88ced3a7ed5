/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.WEFT_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'pg', 'drizzle-orm'],
  devIndicators: false,
  turbopack: { resolveAlias: { zod: { browser: './lib/client/zod.ts' } } },
  // browsers and link previews ask for it by this name whatever the page says
  rewrites: async () => ({ beforeFiles: [{ source: '/favicon.ico', destination: '/icon.svg' }] }),
  // `npm run check` checks the types; whoever starts the program need not wait for them
  typescript: { ignoreBuildErrors: true },
}

export default config
