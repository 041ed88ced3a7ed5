import { createHash, type Hash } from 'node:crypto'
import { contentLine } from './content-hash.ts'
import type { Row } from './format.ts'

/** How much of something there is, and the SHA-256 of it: equal on SQLite and PostgreSQL where the content is. */
export type Sum = { readonly rows: number; readonly sha256: string }

/** What a database holds, by table and by network. */
export type Account = { readonly tables: Readonly<Record<string, Sum>>; readonly networks: Readonly<Record<string, Sum>> }

/** The network that a row belongs to; null for what belongs to the server, such as accounts. */
function networkOf(table: string, row: Row): string | null {
  const id = table === 'network' ? row['id'] : row['networkId']
  return typeof id === 'string' ? id : null
}

function makeSums() {
  const counting = new Map<string, { rows: number; readonly hash: Hash }>()
  return {
    add: (key: string, line: string) => {
      const sum = counting.get(key) ?? { rows: 0, hash: createHash('sha256') }
      counting.set(key, sum)
      sum.rows += 1
      sum.hash.update(line)
    },
    end: (): Record<string, Sum> => Object.fromEntries([...counting].map(([key, { rows, hash }]) => [key, { rows, sha256: hash.digest('hex') }])),
  }
}

/** Adds up rows as they pass, tables in their order and rows in the order of their keys. */
export function makeAccount() {
  const [tables, networks] = [makeSums(), makeSums()]
  return {
    add: (table: string, row: Row) => {
      const line = contentLine(table, row)
      tables.add(table, line)
      const network = networkOf(table, row)
      if (network !== null) networks.add(network, line)
    },
    end: (): Account => ({ tables: tables.end(), networks: networks.end() }),
  }
}

function differing(a: Readonly<Record<string, Sum>>, b: Readonly<Record<string, Sum>>): string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.filter((key) => a[key]?.sha256 !== b[key]?.sha256)
}

/** Where two databases differ: names of tables and ids of networks; nothing where they are equal. */
export function differencesOf(a: Account, b: Account): string[] {
  return [...differing(a.tables, b.tables), ...differing(a.networks, b.networks)]
}
