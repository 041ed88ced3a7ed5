import { BlockList, isIP } from 'node:net'

const addressByRequest = new WeakMap<Request, string>()

/** Where nobody noted an address: a request that came over no socket. */
const unknown = 'unknown'

export function noteAddress(request: Request, address: string): void {
  addressByRequest.set(request, address)
}

/** The address that a request came from, as far as it can be trusted. */
export function addressOf(request: Request): string {
  return addressByRequest.get(request) ?? unknown
}

/** `::ffff:10.0.0.1` is the IPv4 address that it wraps. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** Whether an entry of TRUSTED_PROXIES is an address, or a network such as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

function kindOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    if (prefix === undefined) list.addAddress(address, kindOf(address))
    else list.addSubnet(address, Number(prefix), kindOf(address))
  }
  return list
}

/** Whether a socket comes from one of the proxies that are trusted. */
export function makeTrust(trustedProxies: readonly string[]): (socket: string | undefined) => boolean {
  const trusted = listOf(trustedProxies)
  return (socket) => {
    const address = plain(socket ?? unknown)
    return isIP(address) !== 0 && trusted.check(address, kindOf(address))
  }
}

/**
 * Tells the address of a client from its socket. X-Forwarded-For is believed only as far as trusted proxies wrote it: from the right, the
 * first hop that is none of them.
 */
export function makeAddressReader(trustedProxies: readonly string[]): (socket: string | undefined, forwardedFor: string | null) => string {
  const isTrusted = makeTrust(trustedProxies)
  return (socket, forwardedFor) => {
    const own = plain(socket ?? unknown)
    if (!isTrusted(own) || forwardedFor === null) return own
    const hops = forwardedFor.split(',').map((hop) => plain(hop.trim()))
    const client = hops.toReversed().find((hop) => !isTrusted(hop))
    return client !== undefined && isIP(client) !== 0 ? client : own
  }
}
