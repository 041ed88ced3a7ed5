import { api, resources } from '../../contract/api.ts'
import type { Operation } from '../../contract/operation.ts'
import type { Change } from '../../domain/change.ts'
import type { CommandName } from '../../domain/command/call.ts'
import { carriedBy, planDelete } from '../../domain/command/cascade.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import { type EntityName, newId } from '../../domain/ids.ts'
import { promisesTouched } from '../../domain/promise/touched.ts'
import { entityWords, find, get, nameOf, type Snapshot } from '../../domain/snapshot.ts'
import type { Committed } from '../store-contract.ts'
import { belonging } from './belonging.ts'
import type { Call, Route } from './context.ts'
import { commitCommands } from './network.ts'
import { type ListQuery, pageOfRecords } from './page.ts'

/** A resource as the routes need it: the entity and its operations, whatever their exact types. */
type AnyResource = { readonly entity: EntityName; readonly list: Operation; readonly get: Operation; readonly create: Operation }
type EditableResource = AnyResource & { readonly update: Operation; readonly remove: Operation; readonly preview: Operation }

/** What the schemas of a resource's operations have parsed; the mechanism is the same for every entity. */
type Parsed = { readonly network: string; readonly id: string }

async function snapshotOf({ store }: Call<Operation>, params: Parsed): Promise<Snapshot> {
  return store.read(await store.resolve(params.network))
}

/** Guaranteed by `mountRoutes`: params have passed the operation's schema, which holds `network` and, for one record, `id`. */
function paramsOf(call: Call<Operation>): Parsed {
  return call.params as Parsed
}

/** Guaranteed by `mountRoutes`: a body, where there is one, has passed an object's schema. */
function fieldsOf(call: Call<Operation>): Record<string, unknown> {
  return call.body as Record<string, unknown>
}

/** The call as commands need it. */
function inNetwork(call: Call<Operation>) {
  return { ...call, params: paramsOf(call) }
}

/** Guaranteed by `ResourceEntity`: each has these commands. */
function commandName(entity: EntityName, verb: 'create' | 'update' | 'delete'): CommandName {
  return `${entity}.${verb}` as CommandName
}

/** The record that a commit made, as it was then. */
export function createdIn(entity: EntityName, { changes }: Committed): unknown {
  return changes.find((change) => change.entity === entity && change.before === null)?.after
}

async function create(call: Call<Operation>, entity: EntityName, fields: Record<string, unknown>) {
  const id = fields['id'] ?? newId(entity, call.uuid())
  const committed = await commitCommands(inNetwork(call), [{ name: commandName(entity, 'create'), input: { ...fields, id } }])
  return { ...committed, item: createdIn(entity, committed) }
}

/** Guaranteed by `mountRoutes`: the query of a list has passed the schema of its operation. */
export function readRoutes({ entity, list, get: one }: Omit<AnyResource, 'create'>): Route[] {
  return [
    {
      operation: list,
      handle: async (call) => {
        const snapshot = await snapshotOf(call, paramsOf(call))
        return {
          ...pageOfRecords(entity, belonging(snapshot, entity, call.query as ListQuery), call.query as ListQuery),
          revision: snapshot.revision,
        }
      },
    },
    {
      operation: one,
      handle: async (call) => {
        const snapshot = await snapshotOf(call, paramsOf(call))
        return { revision: snapshot.revision, item: get(snapshot, entity, paramsOf(call).id) }
      },
    },
  ]
}

async function update(call: Call<Operation>, entity: EntityName, id: string) {
  const { revision, ...set } = fieldsOf(call)
  const committed = await commitCommands(inNetwork(call), [{ name: commandName(entity, 'update'), input: { id, set, revision } }])
  return { ...committed, item: find(await snapshotOf(call, paramsOf(call)), entity, id) ?? null }
}

function named(snapshot: Snapshot, { entity, id }: Change) {
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  return { entity, id, name: record ? nameOf(record) : entityWords[entity] }
}

function preview(snapshot: Snapshot, entity: EntityName, id: string) {
  get(snapshot, entity, id)
  const changes = planDelete(snapshot, entity, id)
  const goes = changes.filter((change) => change.after === null && change.id !== id)
  const loosened = changes.filter((change) => change.after !== null)
  return {
    ...carriedBy(changes, id),
    goes: goes
      .toReversed()
      .slice(0, 200)
      .map((each) => named(snapshot, each)),
    loosened: loosened.slice(0, 200).map((each) => named(snapshot, each)),
    promises: promisesTouched(snapshot, changes),
  }
}

function writeRoutes({ entity, create: add, update: change, remove, preview: look }: EditableResource): Route[] {
  return [
    { operation: add, handle: (call) => create(call, entity, fieldsOf(call)) },
    { operation: change, handle: (call) => update(call, entity, paramsOf(call).id) },
    {
      operation: remove,
      handle: (call) =>
        commitCommands(inNetwork(call), [{ name: commandName(entity, 'delete'), input: { id: paramsOf(call).id, carry: isCarried(call) } }]),
    },
    { operation: look, handle: async (call) => preview(await snapshotOf(call, paramsOf(call)), entity, paramsOf(call).id) },
  ]
}

function isCarried({ query }: Call<Operation>): boolean {
  return Reflect.get(Object(query), 'carry') === 'true'
}

const { checkIns } = api

/** Lists, reads and writes of every kind of record, by one mechanism. */
export const resourceRoutes: readonly Route[] = [
  ...resources.flatMap((resource) => [...readRoutes(resource), ...writeRoutes(resource)]),
  ...readRoutes(checkIns),
  { operation: checkIns.create, handle: (call) => create(call, 'checkIn', fieldsOf(call)) },
  { operation: checkIns.report, handle: (call) => create(call, 'checkIn', { ...fieldsOf(call), keyResultId: paramsOf(call).id }) },
]
