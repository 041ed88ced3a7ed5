import { defineConfig } from 'drizzle-kit'

const dialect = process.env.WEFT_DIALECT === 'postgres' ? 'postgres' : 'sqlite'

// biome-ignore lint/style/noDefaultExport: drizzle-kit reads the default export
export default defineConfig({
  dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
  schema: `./db/schema.${dialect}.ts`,
  out: `./drizzle/${dialect}`,
})
