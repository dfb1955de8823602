/** Addresses of the font files of the text; `scripts` has the letters that only some pages use. */
interface Fonts {
  text: string;
  italic: string;
  display: string;
  scripts: string;
}

/** How long a page waits for the typeface from the time at which its first script runs, in milliseconds. */
const WAIT = 200;

/**
 * A page whose first script runs within this many milliseconds of its request is near and quick, and its fonts will be
 * in time.
 */
const NEAR = 120;

/**
 * The part of a page's first script that brings the typeface, all of it or none; `d` is the dataset of the document's
 * element. Where the line and the device are quick, or the device has the fonts from an earlier page, it loads the
 * faces at once, and keeps the page hidden until they are there, for a moment at most. Elsewhere the page waits for
 * nothing, and the faces are loaded after it. Faces that come later than the page are for the next one, so that no word
 * ever moves. The file of other scripts is loaded by pages that have a letter of them.
 */
export function typeface({ text, italic, display, scripts }: Fonts): string {
  const faces = [
    ['Text', text, { weight: '400 600' }],
    ['Text', italic, { style: 'italic' }],
    ['Display', display, { weight: '600' }],
  ];
  const others = ['Text', scripts, { unicodeRange: 'U+370-1DFF,U+1F00-1FFF,U+2C00-10FFFF', display: 'optional' }];
  return (
    `let f=${JSON.stringify(faces)},n=performance.getEntriesByType('navigation')[0],w,` +
    "face=([n,u,s])=>new FontFace(n,'url('+u+')',s)," +
    'show=()=>{clearTimeout(w);w=0;delete d.wait},' +
    'bring=()=>Promise.all(f.map(a=>face(a).load())).then(l=>{' +
    `if(w)[face(${JSON.stringify(others)}),...l].forEach(a=>document.fonts.add(a));` +
    'localStorage.faces=f}).catch(()=>{}).then(show);' +
    'try{w=localStorage.faces==f}catch{}' +
    `if(w||n&&performance.now()-n.requestStart<${NEAR}){d.wait='';w=setTimeout(show,${WAIT});bring()}` +
    "else addEventListener('load',bring)"
  );
}
