import { runShown, tools } from './run.ts'

/** Writes the migrations that the schema asks for, for both databases. */
for (const dialect of ['sqlite', 'postgres']) {
  const code = await runShown([tools.drizzle, 'generate', '--config=db/drizzle.config.ts'], { env: { WEFT_DIALECT: dialect } })
  if (code !== 0) process.exit(code)
}
