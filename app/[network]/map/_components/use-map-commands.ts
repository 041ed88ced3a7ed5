'use client'

import { type MouseEvent, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useDelete, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { useMayAdd } from '../../../../lib/client/who.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import type { MapScene } from '../../../../lib/layout/scene.ts'
import { askExchange, askNeed, askOffer } from '../../../components/graph/connect-prompts.ts'
import {
  giveAction,
  menuAction,
  moveActions,
  needAction,
  newNodeAction,
  offerAction,
  putBackAction,
  removeAction,
  renameAction,
} from '../../../components/graph/graph-actions.ts'
import { useActions } from '../../../components/graph/use-actions.ts'
import { useMayNode } from './use-may-node.ts'

type Options = { readonly scene: MapScene; readonly current: string | null; readonly startNew: () => void }
export type MenuAt = { readonly id: string; readonly x: number; readonly y: number }

const stepByAction = { 'map.move-left': [-20, 0], 'map.move-right': [20, 0], 'map.move-up': [0, -20], 'map.move-down': [0, 20] } as const

/** All that can be done to the node that has the focus, by key, by menu and by palette. */
export function useMapCommands({ scene, current, startNew }: Options) {
  const { snapshot } = useNetwork()
  const { selection, select, clearSelection } = useView()
  const mutate = useMutate()
  const remove = useDelete()
  const [renaming, setRenaming] = useState<string | null>(null)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const mayNode = useMayNode()
  const mayHere = mayNode(current)

  const move = (id: string, [dx, dy]: readonly [number, number]) => {
    const box = scene.nodes.find((node) => node.id === id)?.box
    const position = box && { x: Math.round(box.x + box.width / 2 + dx), y: Math.round(box.y + box.height / 2 + dy) }
    if (position) void mutate([{ name: 'node.update', input: { id, set: { position } } }])
  }
  const putBack = (id: string) => void mutate([{ name: 'node.update', input: { id, set: { position: null } } }], { toast: 'Back to its place' })
  const removeNode = (id: string) => void remove('node', id).then((isGone) => isGone && selection?.id === id && clearSelection())

  useAction(newNodeAction, startNew, { enabled: useMayAdd('node') })
  useAction(giveAction, () => current && askExchange({ fromNodeId: current }), { enabled: mayHere })
  useAction(needAction, () => current && askNeed({ consumerNodeId: current }), { enabled: mayHere })
  useAction(offerAction, () => current && askOffer({ supplierNodeId: current }), { enabled: mayHere })
  useAction(renameAction, () => setRenaming(current), { enabled: mayHere })
  useAction(removeAction, () => current && removeNode(current), { enabled: mayHere })
  useAction(putBackAction, () => current && putBack(current), { enabled: mayHere && find(snapshot, 'node', current)?.position !== null })
  useActions(moveActions, (id) => current && move(current, stepByAction[id]), mayHere)
  useAction(menuAction, () => current && setMenu({ id: current, ...placeOfItem(current) }), { enabled: current !== null })

  const onContextMenu = (event: MouseEvent) => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-record]')?.dataset['record'] : undefined
    if (!id || !find(snapshot, 'node', id)) return
    event.preventDefault()
    setMenu({ id, x: event.clientX, y: event.clientY })
  }
  const editItems = (id: string) => [
    { id: 'rename', label: 'Rename', keys: 'F2', run: () => setRenaming(id) },
    { id: 'give', label: 'Gives something to …', keys: 'e', run: () => askExchange({ fromNodeId: id }) },
    { id: 'need', label: 'Needs something from …', keys: 'r', run: () => askNeed({ consumerNodeId: id }) },
    { id: 'offer', label: 'Offers something to …', keys: 'shift+r', run: () => askOffer({ supplierNodeId: id }) },
    { id: 'back', label: 'Back to its place', run: () => putBack(id), isDisabled: find(snapshot, 'node', id)?.position === null },
    { id: 'delete', label: 'Delete', keys: 'Delete', isDanger: true, run: () => removeNode(id) },
  ]
  const opener = (id: string) => ({ id: 'open', label: 'Open', keys: 'Enter', run: () => select('node', id) })
  return {
    renaming,
    endRename: () => setRenaming(null),
    menu,
    closeMenu: () => setMenu(null),
    menuItems: (id: string) => [opener(id), ...(mayNode(id) ? editItems(id) : [])],
    onContextMenu,
    selected: selection,
  }
}

function placeOfItem(id: string): { x: number; y: number } {
  const box = document.querySelector(`[data-record="${CSS.escape(id)}"]`)?.getBoundingClientRect()
  return { x: box ? box.left + box.width / 2 : 0, y: box ? box.bottom : 0 }
}
