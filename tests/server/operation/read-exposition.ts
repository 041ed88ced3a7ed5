type Read = { readonly type: string; readonly samples: ReadonlyMap<string, number> }

const sampleLine =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (NaN|[+-]?Inf|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/

function baseOf(name: string, type: string | undefined): string {
  return type === 'histogram' ? name.replace(/_(bucket|sum|count)$/, '') : name
}

/** Reads the text format of Prometheus as strictly as its documentation: HELP and TYPE come first, once, and nothing comes twice. @throws Error at the line that is wrong */
export function readExposition(text: string): ReadonlyMap<string, Read> {
  const families = new Map<string, { type: string; samples: Map<string, number> }>()
  let current = ''
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  for (const line of text.slice(0, -1).split('\n')) {
    const [, help] = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) \S/.exec(line) ?? []
    const [, name, type] = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/.exec(line) ?? []
    if (help !== undefined) current = help
    else if (name !== undefined && type !== undefined) {
      if (name !== current || families.has(name)) throw new Error(`out of order: ${line}`)
      families.set(name, { type, samples: new Map() })
    } else {
      const [, of = '', labels = '', , value = ''] = sampleLine.exec(line) ?? []
      const family = families.get(current)
      if (!family || baseOf(of, family.type) !== current || family.samples.has(of + labels)) throw new Error(`not a sample: ${line}`)
      family.samples.set(of + labels, Number(value.replace('Inf', 'Infinity')))
    }
  }
  return families
}
