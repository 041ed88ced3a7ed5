import { observable } from '../../../lib/client/observable.ts'

/** A need that is about to be written down: who needs, and as much of the rest as is known. */
export type NeedDraft = {
  readonly consumerKeyResultId?: string
  readonly consumerNodeId?: string
  readonly supplierKeyResultId?: string
  readonly supplierNodeId?: string
  /** the need shows where it was asked for, so that no panel has to open */
  readonly isShown?: boolean
}

/** A promise that is about to be offered: who gives. */
export type OfferDraft = { readonly supplierKeyResultId?: string; readonly supplierNodeId?: string }

/** An exchange that is about to be written down. */
export type ExchangeDraft = { readonly fromNodeId: string; readonly toNodeId?: string }

export type Connecting =
  | { readonly kind: 'need'; readonly draft: NeedDraft }
  | { readonly kind: 'offer'; readonly draft: OfferDraft }
  | { readonly kind: 'exchange'; readonly draft: ExchangeDraft }

/** What the dialog for connecting is asked to connect; null where it is closed. */
export const connecting = observable<Connecting | null>(null)

export function askNeed(draft: NeedDraft): void {
  connecting.set({ kind: 'need', draft })
}

export function askOffer(draft: OfferDraft): void {
  connecting.set({ kind: 'offer', draft })
}

export function askExchange(draft: ExchangeDraft): void {
  connecting.set({ kind: 'exchange', draft })
}
