import { BlockList, isIP } from 'node:net'

/** Ranges of IPv4 that are not the public internet, and addresses in it by which clouds give away their secrets. */
const closedIpv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]

/** Only global unicast is open in IPv6; inside it the ranges that tunnel to, or stand for, something else are closed. */
const openIpv6 = '2000::/3'
const closedIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

function listOf(kind: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/')
    list.addSubnet(address, Number(prefix), kind)
  }
  return list
}

const ipv4Closed = listOf('ipv4', closedIpv4)
const ipv6Open = listOf('ipv6', [openIpv6])
const ipv6Closed = listOf('ipv6', closedIpv6)

/**
 * Whether an address belongs to the public internet. Whatever wraps an IPv4 address (mapped, 6to4, NAT64, Teredo) does not: what it leads to
 * is decided elsewhere.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !ipv4Closed.check(address, 'ipv4')
  return version === 6 && ipv6Open.check(address, 'ipv6') && !ipv6Closed.check(address, 'ipv6')
}

/** The host of an address as a resolver takes it: without the brackets of IPv6, without a dot at the end. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
}

/** Hosts that may be reached although they are not public, on any port or on the one that is named: `intranet.example`, `10.0.0.7:8080`. */
export type AllowedHosts = readonly string[]

function portOf({ protocol, port }: URL): string {
  return port !== '' ? port : protocol === 'https:' ? '443' : '80'
}

function entryOf(text: string): { host: string; port: string | null } | null {
  const url = URL.parse(`http://${text}`)
  if (url?.pathname !== '/' || url.search !== '' || url.username !== '') return null
  return { host: hostOf(url), port: /:\d+$/.test(text.replace(/\[.*\]/, '')) ? portOf(url) : null }
}

/** Whether a text can stand in the list of allowed hosts. */
export function isAllowedHostEntry(text: string): boolean {
  return entryOf(text) !== null
}

/** Whether the operator of this server has allowed an address by name. */
export function isAllowedHost(allowed: AllowedHosts, url: URL): boolean {
  return allowed.some((text) => {
    const entry = entryOf(text)
    return entry !== null && entry.host === hostOf(url) && (entry.port === null || entry.port === portOf(url))
  })
}

/** Why an address may not be asked, before its name is resolved; null where it may be tried. */
export function refusalOfUrl(allowed: AllowedHosts, url: URL): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'only http and https are sent to'
  if (url.username !== '' || url.password !== '') return 'the address holds a user name or password'
  if (isAllowedHost(allowed, url)) return null
  if (!['80', '443'].includes(portOf(url))) return 'only the ports 80 and 443 are sent to'
  const host = hostOf(url)
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'the address is not on the public internet' : null
}
