import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Database from 'better-sqlite3'

/*
 * What a server of node:http and better-sqlite3 does with nothing around it: the same statements, the same pragmas, the same
 * answers in JSON. It checks nothing and logs nothing; it is the reference, not an example.
 */
const [, , file = '', port = '0'] = process.argv
const db = new Database(file)
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 200']) db.pragma(pragma)

const insert = db.prepare(
  'insert into check_in (network_id, id, rank, key_result_id, at, value, confidence, note, person_id) values (?, ?, ?, ?, ?, ?, null, null, null)',
)
const read = db.prepare('select * from key_result where network_id = ? and id = ?')
let count = 0

function send(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
}

function takeCheckIn(request: IncomingMessage, response: ServerResponse, [network, keyResult]: readonly string[]): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { value } = JSON.parse(Buffer.concat(chunks).toString()) as { value: number }
    const id = `chk_bare_${process.pid}_${count++}`
    insert.run(network, id, count, keyResult, Date.now(), JSON.stringify(value))
    send(response, { id, keyResultId: keyResult, value })
  })
}

const server = createServer((request, response) => {
  const [, verb, ...parts] = (request.url ?? '').split('/').map(decodeURIComponent)
  if (verb === 'check-in') takeCheckIn(request, response, parts)
  else if (verb === 'key-result') send(response, read.get(...parts))
  else send(response, { status: 'ok' })
})
server.listen(Number(port), '127.0.0.1', () => console.log('listening'))
