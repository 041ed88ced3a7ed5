import { api } from '../../contract/api.ts'
import { formatInstant } from '../../domain/time.ts'
import { userIdOf } from '../access/account.ts'
import { linkOver, listLinks, makeLink, type OpenLink, openLinkOf, revokeLink } from '../access/links.ts'
import { sharedSnapshot } from '../access/shared-snapshot.ts'
import { addressOf } from '../client-address.ts'
import { type Route, route, type Services } from './context.ts'
import { linkListening, tooManyStreams } from './listening.ts'

const { shareLinks } = api

/** Nothing that a link opens is kept, found by a search, or told to another site. */
const quiet = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }

type Asked = Services & { readonly params: { readonly token: string }; readonly request: Request }

/** The link that a secret opens. @throws DomainError LINK_OVER, the same for every secret that opens none; TOO_MANY_REQUESTS for who guesses */
async function requireLink({ store, access, clock, params, request }: Asked): Promise<OpenLink> {
  const address = addressOf(request)
  access.guesses.refuseGuesser(address)
  const link = await openLinkOf(store, params.token, clock())
  if (link) return link
  access.guesses.miss(address)
  throw linkOver()
}

/** Links by which anybody reads one view. */
export const shareLinkRoutes: readonly Route[] = [
  route(shareLinks.list, async ({ store, params }) => ({ items: await listLinks(store, await store.resolve(params.network)) })),
  route(shareLinks.create, async ({ store, params, principal, body, uuid, now }) => {
    const networkId = await store.resolve(params.network)
    const { item, secret } = await makeLink({ store, networkId, createdBy: userIdOf(principal), id: `link_${uuid()}`, now }, body)
    return { item, path: `/share/${secret}` }
  }),
  route(shareLinks.revoke, async ({ store, access, params, now }) => {
    const networkId = await store.resolve(params.network)
    await revokeLink(store, { networkId, id: params.id }, now)
    access.changed(networkId)
    return { id: params.id }
  }),
  route(shareLinks.read, async (call) => {
    const link = await requireLink(call)
    const { view, query, networkId, expiresAt } = link
    const shared = sharedSnapshot(await call.store.read(networkId), link, call.now)
    return Response.json({ ...shared, view, query, expiresAt: formatInstant(expiresAt.getTime()) }, { headers: quiet })
  }),
  route(shareLinks.events, async (call) => {
    const link = await requireLink(call)
    const isAllowed = async () => (await openLinkOf(call.store, call.params.token, call.clock()))?.id === link.id
    const answer = await call.live.open(linkListening(call.request, { link, isAllowed, headers: quiet }))
    if (answer) return answer
    throw tooManyStreams()
  }),
]
