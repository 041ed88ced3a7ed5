import { mkdirSync, writeFileSync } from 'node:fs'
import { chainInput } from '../../lib/client/scene-input/chain.ts'
import { mapInput } from '../../lib/client/scene-input/map.ts'
import { layoutChain } from '../../lib/layout/chain/chain.ts'
import { layoutMap } from '../../lib/layout/map/map.ts'
import { sceneToSvg } from '../../lib/layout/scene-to-svg.ts'
import { dark, light } from '../../lib/layout/tokens.ts'
import { exampleNetworks, type Loaded, loadFile } from './networks.ts'

/** Writes the drawings of all example networks, and of the files given, as SVG into a folder: `node look.ts FOLDER [FILE…]`. */
const [folder = 'drawings', ...files] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const networks: Loaded[] = [...exampleNetworks(), ...files.map((file) => loadFile(file, '2025-05-01'))]
for (const { name, snapshot, assessment } of networks) {
  const scenes = {
    map: () => layoutMap(mapInput(snapshot, assessment)),
    chain: () => layoutChain(chainInput(snapshot, assessment, { level: 'key-result' })),
    nodes: () => layoutChain(chainInput(snapshot, assessment, { level: 'node' })),
  }
  for (const [view, make] of Object.entries(scenes)) {
    const started = performance.now()
    const scene = make()
    process.stdout.write(`${name} ${view} ${(performance.now() - started).toFixed(1)} ms, hidden ${JSON.stringify(scene.hidden)}\n`)
    for (const [theme, palette] of Object.entries({ light, dark }))
      writeFileSync(`${folder}/${name}-${view}-${theme}.svg`, sceneToSvg(scene, { palette, title: name }))
  }
}
