/** Where the choice stands on this device: `light`, `dark`, or nothing for the system's. */
export const themeKey = 'postrider-theme';

/** Runs before the first paint, so that nobody sees the wrong theme flash. */
export const themeScript = `(function(){var t=null;try{t=localStorage.getItem('${themeKey}')}catch(e){}
if(t!=='light'&&t!=='dark')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';
document.documentElement.dataset.theme=t})()`;
