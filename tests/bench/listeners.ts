import { connect } from 'node:net'

type Address = { readonly url: string; readonly path: string; readonly headers?: Readonly<Record<string, string>> }

/** Windows that listen, from addresses of their own: a server holds only so many streams for one. */
export type Listeners = {
  /** calls back with the number of the listener for each event, and its revision */
  readonly onRevision: (heard: (listener: number, revision: number) => void) => void
  readonly close: () => void
}

const perAddress = 10

/** Opens streams one after the other, so that none of them is refused for coming too fast. */
export async function openListeners(count: number, { url, path, headers = {} }: Address): Promise<Listeners> {
  const { hostname, port } = new URL(url)
  let tell: (listener: number, revision: number) => void = () => undefined
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const open = (listener: number) =>
    new Promise<() => void>((resolve, reject) => {
      const localAddress = `127.0.1.${1 + Math.floor(listener / perAddress)}`
      const socket = connect({ host: hostname, port: Number(port), localAddress })
      let isOpen = false
      socket.setEncoding('latin1').on('data', (text: string) => {
        if (!isOpen && !text.startsWith('HTTP/1.1 200')) reject(new Error(`a stream was refused: ${text.slice(0, 300)}`))
        isOpen = true
        resolve(() => socket.destroy())
        for (const [, revision] of text.matchAll(/"revision":(\d+)/g)) tell(listener, Number(revision))
      })
      socket.on('error', reject)
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
    })
  const ends: (() => void)[] = []
  for (let listener = 0; listener < count; listener += 1) ends.push(await open(listener))
  return {
    onRevision: (heard) => {
      tell = heard
    },
    close: () => {
      for (const end of ends) end()
    },
  }
}
