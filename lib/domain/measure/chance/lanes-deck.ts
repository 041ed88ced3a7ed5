import { randomFrom } from '../random.ts'

/** Words of a card. */
export const wordsOfCard = 2
/** Cards of a deck. */
export const cardsOfDeck = 1024
const lanes = 32 * wordsOfCard
/** A chance is kept in so many parts: the lanes of a deck. */
const parts = cardsOfDeck * lanes
/** So many chances have a deck each, of 8 kB. Where more occur, they are kept in so many parts only. */
const mostDecks = 1024

/**
 * Cards on which one lane after the other comes up, each card in an order of its own: two words for each card, with no lane up, with one,
 * and so on to all.
 */
function growingCards(): Int32Array {
  const [words, order] = [new Int32Array(parts), Uint8Array.from({ length: lanes }, (_, lane) => lane)]
  const cards = new Int32Array((lanes + 1) * cardsOfDeck * wordsOfCard)
  randomFrom(1).fill(words)
  for (let card = 0; card < cardsOfDeck; card += 1) {
    let [low, high] = [0, 0]
    for (let up = 0; up < lanes; up += 1) {
      const drawn = up + (Math.imul((words[card * lanes + up] ?? 0) >>> 16, lanes - up) >>> 16)
      const lane = order[drawn] ?? 0
      order[drawn] = order[up] ?? 0
      order[up] = lane
      if (lane < 32) low |= 1 << lane
      else high |= 1 << (lane - 32)
      const at = ((up + 1) * cardsOfDeck + card) * wordsOfCard
      cards[at] = low
      cards[at + 1] = high
    }
  }
  return cards
}

/** How many lanes come up on each card, as often as with 64 lanes that come up each by itself. */
function binomial(share: number): Uint8Array {
  const counts = new Uint8Array(cardsOfDeck)
  let [up, chance] = [0, (1 - share) ** lanes]
  let below = chance
  for (let card = 0; card < cardsOfDeck; card += 1) {
    while (below < (card + 0.5) / cardsOfDeck && up < lanes) {
      up += 1
      chance *= (((lanes + 1 - up) / up) * share) / (1 - share)
      below += chance
    }
    counts[card] = up
  }
  return counts
}

/** Adds or takes away a lane here and there, until as many come up in all as the chance has parts. */
function evenOut(up: Uint8Array, wanted: number): Uint8Array {
  let owed = wanted - up.reduce((sum, each) => sum + each, 0)
  for (let step = 0; owed !== 0; step += 1) {
    const card = (step * 617) % cardsOfDeck
    const changed = (up[card] ?? 0) + Math.sign(owed)
    if (changed < 0 || changed > lanes) continue
    up[card] = changed
    owed -= Math.sign(owed)
  }
  return up
}

/** The deck of a chance of so many parts; for more than a half what comes up is what did not. */
function makeDeck(wanted: number, cards: Int32Array): Int32Array {
  const flip = wanted > parts / 2 ? -1 : 0
  const share = flip === 0 ? wanted : parts - wanted
  const up = evenOut(binomial(share / parts), share)
  const deck = new Int32Array(cardsOfDeck * wordsOfCard)
  for (let at = 0; at < deck.length; at += 1) deck[at] = (cards[(up[at >> 1] ?? 0) * deck.length + at] ?? 0) ^ flip
  return deck
}

/** Each chance in parts, at most so many different ones. */
function partsOf(shares: Float64Array): Int32Array {
  const [all, isThere] = [new Int32Array(shares.length), new Uint8Array(parts + 1)]
  let different = 0
  for (let at = 0; at < all.length; at += 1) {
    const each = Math.round((shares[at] ?? 0) * parts)
    all[at] = each
    different += 1 - (isThere[each] ?? 0)
    isThere[each] = 1
  }
  if (different <= mostDecks) return all
  return all.map((_, at) => Math.round((shares[at] ?? 0) * mostDecks) * (parts / mostDecks))
}

/**
 * A deck of 1,024 cards for each chance. A card has 64 lanes in two words: draw a card, turn both words by the same number of lanes, and
 * each lane is up with the chance. The lanes of a card are no more alike than chance makes them: over the deck, as many cards have k lanes up
 * as the binomial distribution says, and which lanes these are differs from card to card. So 16 random bits draw 64 lanes.
 *
 * @param shares chances from 0 to 1; kept to within 2^-17, exactly at 0 and 1; of more than 1,024 different ones to within 2^-11
 * @returns the decks, and which of them each share has
 * Cost O(shares + 2^16 + 2^11 · decks) time, 8 kB for each deck. Source: stratified sampling, Cochran 1977. Spec: CN44.
 */
export function decksFor(shares: Float64Array): { readonly decks: readonly Int32Array[]; readonly deckOf: Int32Array } {
  const [cards, deckOf, number] = [growingCards(), partsOf(shares), new Int32Array(parts + 1)]
  const decks: Int32Array[] = []
  for (let at = 0; at < deckOf.length; at += 1) {
    const wanted = deckOf[at] ?? 0
    if (number[wanted] === 0) number[wanted] = decks.push(makeDeck(wanted, cards))
    deckOf[at] = (number[wanted] ?? 0) - 1
  }
  return { decks, deckOf }
}
