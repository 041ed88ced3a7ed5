/** The page's own style sheet: light and dark after the reader's system, one column on a phone. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c1b19, #eceae4); --soft: light-dark(#5c5850, #aaa69b); --line: light-dark(#dedad0, #3a3833);
  --page: light-dark(#fbfaf7, #161513); --raised: light-dark(#ffffff, #1f1e1b); --accent: light-dark(#0b5c66, #7fd0da); --code: light-dark(#f1efe8, #262420);
  --get: light-dark(#0b5c66, #7fd0da); --post: light-dark(#2f6b1f, #9fd58c); --patch: light-dark(#7a4b00, #e8bd6f); --delete: light-dark(#a1232b, #f2a2a0); }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px }
.skip { position: absolute; left: -999px } .skip:focus { left: 8px; top: 8px; background: var(--raised); padding: 8px; z-index: 2 }
.page { display: grid; grid-template-columns: 240px minmax(0, 1fr); max-width: 1200px; margin: 0 auto; gap: 32px; padding: 0 24px }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 24px 0 }
nav ul { list-style: none; padding: 0; margin: 12px 0 } nav li a { display: block; padding: 4px 0; text-decoration: none; color: var(--ink) } nav li a:hover { color: var(--accent) }
main { padding: 24px 0 96px; min-width: 0 } main > p { max-width: 70ch }
h1 { font-size: 28px; margin: 0 0 8px } h2 { font-size: 20px; margin: 48px 0 4px } h3 { font-size: 15px; margin: 20px 0 6px }
.search { display: flex; align-items: center; gap: 12px; margin: 16px 0 } .search input { flex: 1; max-width: 420px }
article, .record { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; margin: 8px 0 } article[hidden], section[hidden] { display: none }
summary { padding: 10px 14px; cursor: pointer; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; list-style: none } summary::-webkit-details-marker { display: none } summary h3 { margin: 0 }
.inside { padding: 0 14px 14px; border-top: 1px solid var(--line) }
.method { font: 600 13px ui-monospace, monospace; min-width: 56px } .GET { color: var(--get) } .POST { color: var(--post) } .PATCH { color: var(--patch) } .DELETE { color: var(--delete) }
.path { font: 14px ui-monospace, monospace; overflow-wrap: anywhere } .what { color: var(--soft); margin-left: auto }
code, pre, output, textarea, td:first-child { font: 13px/1.45 ui-monospace, monospace }
table { border-collapse: collapse; width: 100%; font-size: 14px } th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
th { color: var(--soft); font-weight: 500; font-size: 13px } .must { color: var(--delete); font-size: 12px; font-family: system-ui, sans-serif }
form { background: var(--code); border-radius: 8px; padding: 14px; margin-top: 16px; display: grid; gap: 10px } form > label, .inputs label { display: grid; gap: 2px; font-size: 13px; color: var(--soft) }
.inputs { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 10px }
input, textarea { font: 14px ui-monospace, monospace; padding: 7px 9px; border: 1px solid light-dark(#8d887c, #7c786d); border-radius: 6px; background: var(--raised); color: var(--ink); width: 100% }
textarea { min-height: 150px; resize: vertical } button { justify-self: start; font: 600 14px system-ui, sans-serif; padding: 8px 18px; min-height: 40px; border: 0; border-radius: 6px; background: light-dark(#0b5c66, #7fd0da); color: light-dark(#fff, #10201f); cursor: pointer }
output { display: block; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 480px; overflow: auto } output:empty { display: none }
.optional summary { padding: 4px 0; font-size: 13px; color: var(--soft) }
@media (max-width: 800px) { .page { grid-template-columns: minmax(0, 1fr); padding: 0 16px; gap: 0 } nav { position: static; max-height: none; padding-bottom: 0 } nav ul { columns: 2 } .what { margin-left: 0; width: 100% } td:first-child { overflow-wrap: normal; font-size: 12px } }
`
