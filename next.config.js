/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.WEFT_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'pg', 'drizzle-orm'],
  devIndicators: false,
  // `npm run check` checks the types; whoever starts the program need not wait for them
  typescript: { ignoreBuildErrors: true },
}

export default config
