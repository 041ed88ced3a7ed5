import { z } from 'zod'
import { revisionSchema } from './change.ts'
import { listQuery, pageOf } from './list.ts'
import { operation } from './operation.ts'
import { recordSchema } from './record-schema.ts'
import { networkParams, recordParams } from './scope.ts'

const proposal = recordSchema('proposal', 'Proposal')
const check = recordSchema('exchangeCheck', 'ExchangeCheck')
const errors = ['NOT_FOUND', 'VALIDATION'] as const
const tag = 'Review'
const [proposalsPath, checksPath] = ['/networks/{network}/proposals', '/networks/{network}/exchange-checks'] as const

/** What was proposed about the nodes of a network, and what was decided. */
export const proposals = {
  entity: 'proposal',
  tag,
  description:
    'Proposals to add, merge, split or retire nodes. They are made, changed, withdrawn and decided by the commands `proposal.create`, `proposal.update`, `proposal.withdraw` and `proposal.decide`; accepting carries out the plan in the same change set.',
  list: operation({
    id: 'listProposals',
    method: 'GET',
    access: 'read',
    path: proposalsPath,
    summary: 'List proposals',
    description: 'The open ones by `state=open`.',
    tag,
    params: networkParams,
    query: listQuery('proposal'),
    answer: pageOf(proposal),
    errors,
  }),
  get: operation({
    id: 'getProposal',
    method: 'GET',
    access: 'read',
    path: `${proposalsPath}/{id}`,
    summary: 'Read one proposal',
    tag,
    params: recordParams('proposal'),
    answer: z.object({ revision: revisionSchema, item: proposal }),
    errors,
  }),
} as const

/** How relationships were seen to go. */
export const exchangeChecks = {
  entity: 'exchangeCheck',
  tag,
  description:
    'Looks at exchanges: better, the same or worse, with a sentence. They are made by the command `exchangeCheck.create` and never changed.',
  list: operation({
    id: 'listExchangeChecks',
    method: 'GET',
    access: 'read',
    path: checksPath,
    summary: 'List looks at relationships',
    description: 'Those of one exchange by `exchangeId`.',
    tag,
    params: networkParams,
    query: listQuery('exchangeCheck'),
    answer: pageOf(check),
    errors,
  }),
  get: operation({
    id: 'getExchangeCheck',
    method: 'GET',
    access: 'read',
    path: `${checksPath}/{id}`,
    summary: 'Read one look at a relationship',
    tag,
    params: recordParams('exchangeCheck'),
    answer: z.object({ revision: revisionSchema, item: check }),
    errors,
  }),
} as const
