/** A word that stands in every text of a network: whoever has no part in it must never read it. */
export function canaryOf(prefix: string): string {
  return `canary-${prefix}`
}

/**
 * A network with a record of every kind, on two nodes: `care`, in which the people of the matrix take part, and `press`, in which they do not.
 * Ids begin with the prefix, so that two networks share none.
 */
export function matrixDocument(prefix: string) {
  const id = (name: string) => `${prefix}-${name}`
  const word = canaryOf(prefix)
  const metric = { kind: 'increase', baseline: 0, target: 10, current: 1 }
  const keyResult = (name: string, objective: string) => ({ id: id(name), objectiveId: id(objective), title: `${word} ${name}`, metric })
  const need = (name: string, consumer: string, supplier: string, state: string) => ({
    ...{ id: id(name), consumerKeyResultId: id(consumer), supplierKeyResultId: id(supplier), what: `${word} ${name}`, strength: 1, state },
    ...(state === 'promised' ? { promisedOn: '2027-02-20' } : {}),
  })
  return {
    format: 'weft/1',
    network: { id: `net-${prefix}`, name: `Network ${word}`, vision: `vision ${word}`, timeZone: 'Europe/Berlin' },
    areas: [{ id: id('area'), name: `Area ${word}` }],
    nodes: ['care', 'press', 'spare'].map((name) => ({ id: id(name), areaId: id('area'), name: `${word} ${name}` })),
    people: ['ben', 'placeholder'].map((name) => ({
      id: id(name),
      name: `${word} ${name}`,
      email: `${name}@${prefix}.example`,
      isPlaceholder: name !== 'ben',
    })),
    teams: [{ id: id('team'), name: `Team ${word}` }],
    participations: [
      { id: id('part'), nodeId: id('care'), personId: id('ben'), tier: 'co-creator' },
      { id: id('part-press'), nodeId: id('press'), personId: id('ben'), tier: 'co-creator' },
    ],
    exchanges: [
      { id: id('exch'), fromNodeId: id('care'), toNodeId: id('press'), deliverable: `${word} stories`, kind: 'tangible' },
      { id: id('exch-press'), fromNodeId: id('press'), toNodeId: id('spare'), deliverable: `${word} paper`, kind: 'tangible' },
    ],
    goals: [{ id: id('goal'), name: `Goal ${word}` }],
    cycles: [{ id: id('cycle'), name: `Cycle ${word}`, startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }],
    objectives: ['care', 'press'].map((node) => ({
      id: id(`obj-${node}`),
      nodeId: id(node),
      cycleId: id('cycle'),
      title: `${word} objective ${node}`,
      ownerId: id('ben'),
    })),
    keyResults: [
      keyResult('kr-care', 'obj-care'),
      keyResult('kr-care-2', 'obj-care'),
      keyResult('kr-press', 'obj-press'),
      keyResult('kr-press-2', 'obj-press'),
    ],
    dependencies: [
      need('need', 'kr-care', 'kr-press', 'draft'),
      need('need-press', 'kr-press', 'kr-press-2', 'draft'),
      need('asked', 'kr-press-2', 'kr-care', 'requested'),
      need('asked-press', 'kr-care-2', 'kr-press-2', 'requested'),
    ],
    healthMetrics: ['care', 'press'].map((node) => ({
      ...{ id: id(`hm-${node}`), nodeId: id(node), name: `${word} protects ${node}`, lower: 90, tolerance: 5, ownerId: id('ben') },
    })),
    healthReadings: [{ id: id('reading'), healthMetricId: id('hm-care'), at: '2027-02-01T09:00:00Z', value: 91, note: `reading ${word}` }],
    checkIns: [{ id: id('check'), keyResultId: id('kr-care'), at: '2027-02-01T09:00:00Z', value: 1, note: `note ${word}` }],
    exchangeChecks: [{ id: id('look'), exchangeId: id('exch'), at: '2027-02-01T09:00:00Z', health: 'worse', note: `look ${word}` }],
    proposals: [
      {
        ...{ id: id('proposal'), title: `Merge ${word}`, state: 'open', at: '2027-02-01T09:00:00Z', personId: id('ben'), why: `why ${word}` },
        plan: { kind: 'merge', nodeIds: [id('spare')], intoId: id('care') },
      },
    ],
    sources: [
      { id: id('source'), subject: 'keyResult', subjectId: id('kr-care'), kind: 'document', title: `${word} source` },
      { id: id('source-press'), subject: 'keyResult', subjectId: id('kr-press'), kind: 'document', title: `${word} source` },
    ],
  }
}
