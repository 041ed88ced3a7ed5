/** Where the browser keeps the chosen theme. */
export const storageKey = 'weft.theme'

/** Runs before the first paint, so that no wrong theme flashes. Plain text, because it stands in the HTML. */
export const themeScript = `(function(){try{var t=localStorage.getItem('${storageKey}')||'system';var d=t==='dark'||(t==='system'&&matchMedia('(prefers-color-scheme: dark)').matches);document.documentElement.dataset.theme=d?'dark':'light'}catch(e){}})()`
