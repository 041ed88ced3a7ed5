/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.WEFT_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'pg', 'drizzle-orm'],
  devIndicators: false,
}

export default config
