export const templateKeys = ['value-network', 'value-streams', 'sample', 'blank'] as const
export type TemplateKey = (typeof templateKeys)[number]

/** What a person needs to choose something to start from. */
export type TemplateChoice = {
  readonly key: TemplateKey
  readonly title: string
  /** what it contains, in one sentence */
  readonly contents: string
  /** who starts like this */
  readonly audience: string
}

/** What a new network can start from, in the order of the chooser. The networks themselves are in `template.ts`. */
export const templateChoices: readonly TemplateChoice[] = [
  {
    key: 'value-network',
    title: 'Value network',
    contents: 'Four areas of value with fourteen groups of activities, and what they give each other.',
    audience: 'Organisations that want to see how customer, brand, innovation and operational value hang together.',
  },
  {
    key: 'value-streams',
    title: 'Platform and value streams',
    contents: 'Platforms that serve three value streams, with design, legal and security as services, up to the customer.',
    audience: 'Product organisations whose teams rely on shared platforms.',
  },
  {
    key: 'sample',
    title: 'Sample company',
    contents: 'A company in the tenth week of its quarter: key results, promises and eight weeks of check-ins. Two problems can be found in it.',
    audience: 'Everybody who wants to see a living network before making one.',
  },
  {
    key: 'blank',
    title: 'Blank',
    contents: 'The core and four empty areas.',
    audience: 'Those who know their nodes, or want to find them together at the whiteboard.',
  },
]
