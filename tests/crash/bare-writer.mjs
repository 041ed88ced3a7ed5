import { createServer } from 'node:http'
import Database from 'better-sqlite3'

/** The least server that writes before it answers, to hold the trace against: `node bare-writer.mjs FILE FULL|NORMAL`. */
const [, , file, synchronous] = process.argv
const connection = new Database(file)
connection.pragma('journal_mode = WAL')
connection.pragma(`synchronous = ${synchronous}`)
connection.exec('CREATE TABLE note (text TEXT)')
const insert = connection.prepare('INSERT INTO note VALUES (?)')
const server = createServer((_request, response) => {
  insert.run('kept')
  response.end('kept')
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`Weft is ready at http://127.0.0.1:${server.address().port}\n`))
process.on('SIGTERM', () => process.exit(0))
