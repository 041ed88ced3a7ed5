import { Visitor } from 'oxc-parser'
import { lineOf, type SourceFile } from './source-file.ts'

/** A place where a rule is broken, as it is printed. */
export type Breach = { readonly path: string; readonly line: number; readonly rule: string; readonly remedy: string }

const impureCalls = new Map([
  ['Date.now', 'clock'],
  ['performance.now', 'clock'],
  ['Math.random', 'dice'],
  ['crypto.randomUUID', 'dice'],
  ['crypto.getRandomValues', 'dice'],
])
const impureGlobals = ['process', 'fetch', 'setTimeout', 'setInterval', 'window', 'localStorage']
const pureFolders = /^lib\/(domain|layout)\//

/** Uses of clock, dice and the outside world in the folders that are pure. */
export function findImpurities({ path, text, parsed }: SourceFile): Breach[] {
  if (!pureFolders.test(path) || path.endsWith('.worker.ts')) return []
  const found: Breach[] = []
  const report = (start: number) =>
    found.push({ path, line: lineOf(text, start), rule: 'no-clock-no-dice', remedy: 'time and chance are given to the domain by its caller' })
  new Visitor({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
      if (impureCalls.has(`${node.object.name}.${node.property.name}`) || impureGlobals.includes(node.object.name)) report(node.start)
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) report(node.start)
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && [...impureGlobals, 'Date'].includes(node.callee.name)) report(node.start)
    },
  }).visit(parsed.program)
  return found
}
