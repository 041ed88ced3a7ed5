import type { Store } from '../store-contract.ts'

type Body = Awaited<ReturnType<Store['body']>>

const encodings = [
  ['br', 'brotli'],
  ['gzip', 'gzip'],
] as const

function accepts(header: string | null, encoding: string): boolean {
  const part = header?.split(',').find((each) => each.trim().split(';')[0]?.toLowerCase() === encoding)
  return part !== undefined && !/;\s*q=0(?:\.0*)?\s*$/.test(part)
}

/** Whether the caller has this version already (weak comparison, as RFC 9110 asks for If-None-Match). */
export function hasAlready(header: string | null, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header !== null && (header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag)))
}

/** Sends the compressed body of a revision in the encoding that the caller takes, or 304. */
export function sendBody(body: Body, headers: Headers): Response {
  const shared = { etag: body.etag, vary: 'accept-encoding', 'cache-control': 'no-cache' }
  if (hasAlready(headers.get('if-none-match'), body.etag)) return new Response(null, { status: 304, headers: shared })
  const accepted = headers.get('accept-encoding')
  const [encoding, kind] = encodings.find(([name]) => accepts(accepted, name)) ?? [null, 'json' as const]
  const bytes = Uint8Array.from(body[kind])
  return new Response(bytes, {
    headers: {
      ...shared,
      'content-type': 'application/json',
      'content-length': String(bytes.byteLength),
      ...(encoding && { 'content-encoding': encoding }),
    },
  })
}
