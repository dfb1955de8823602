/** Addresses of the font files that every page uses. */
interface Fonts {
  text: string;
  italic: string;
  display: string;
}

/** How long a page that could be painted waits for the typeface, in milliseconds. */
const WAIT = 100;

/** A server that answers within this many milliseconds is on an ordinary line, and its fonts will be in time. */
const NEAR = 120;

/**
 * The part of a page's first script that brings the typeface, all of it or none; `d` is the dataset of the document's
 * element. It loads the faces, and keeps the page hidden until they are there, for a tenth of a second at most. Faces
 * that come later are for the next page, so that no word ever moves. On a slow line the page waits for nothing, unless
 * the device has the fonts from an earlier page.
 */
export function typeface({ text, italic, display }: Fonts): string {
  const faces = [
    ['Text', text, { weight: '400 600' }],
    ['Text', italic, { style: 'italic' }],
    ['Display', display, { weight: '600' }],
  ];
  return (
    `let f=${JSON.stringify(faces)},n=performance.getEntriesByType('navigation')[0],w,` +
    'show=()=>{clearTimeout(w);w=0;delete d.wait};try{w=localStorage.faces==f}catch{}' +
    `if(w||n&&n.responseStart-n.requestStart<${NEAR}){w=1;d.wait='';` +
    `requestAnimationFrame(()=>w&&(w=setTimeout(show,${WAIT})))}` +
    "Promise.all(f.map(([n,u,s])=>new FontFace(n,'url('+u+')',s).load())).then(l=>{" +
    'if(w)l.forEach(a=>document.fonts.add(a));localStorage.faces=f}).catch(()=>{}).then(show)'
  );
}
