/** The first owner of every server that a journey has to itself. */
export const owner = { name: 'Ana Lind', email: 'ana@example.org', password: 'four quiet herons at dusk' } as const

type Cookie = { name: string; value: string; domain: string; path: string; expires: number; httpOnly: boolean; secure: boolean; sameSite: 'Lax' }

/** Somebody who is signed in: as a browser keeps it, and as headers of a script that acts like that browser. */
export type SignedIn = {
  readonly storageState: { cookies: Cookie[]; origins: [] }
  readonly headers: { readonly cookie: string; readonly origin: string }
}

function signedInBy(response: Response, url: string): SignedIn {
  const pairs = response.headers.getSetCookie().map((text) => text.split(';')[0] ?? '')
  const cookies = pairs.map((pair): Cookie => {
    const at = pair.indexOf('=')
    const place = { domain: new URL(url).hostname, path: '/', expires: -1 }
    return { name: pair.slice(0, at), value: pair.slice(at + 1), ...place, httpOnly: true, secure: false, sameSite: 'Lax' }
  })
  return { storageState: { cookies, origins: [] }, headers: { cookie: pairs.join('; '), origin: url } }
}

/** Becomes the owner of a server by the token that it printed. */
export async function claim(url: string, token: string | null): Promise<SignedIn> {
  const response = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, ...owner }),
  })
  if (response.status !== 201) throw new Error(`the server was not claimed: ${response.status} ${await response.text()}`)
  return signedInBy(response, url)
}
