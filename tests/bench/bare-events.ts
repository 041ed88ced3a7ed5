import { createServer, type ServerResponse } from 'node:http'
import Database from 'better-sqlite3'

/*
 * What a server of node:http does with nothing around it that writes a row durably and then tells everybody who listens. It checks nothing and
 * drops nobody; it is the reference, not an example.
 */
const [, , file = '', port = '0'] = process.argv
const db = new Database(file)
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.pragma(pragma)
db.exec('create table change (revision integer primary key, body text not null)')
const insert = db.prepare('insert into change (body) values (?)')
const readers = new Set<ServerResponse>()

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': listening\n\n')
    readers.add(response)
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const revision = Number(insert.run(Buffer.concat(chunks).toString()).lastInsertRowid)
    const event = `id: ${revision}\nevent: revision\ndata: {"revision":${revision}}\n\n`
    for (const reader of readers) reader.write(event)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ revision }))
  })
})
server.listen(Number(port), '127.0.0.1', () => console.log('listening'))
