/** An entry of BibLaTeX for a web page (https://ctan.org/pkg/biblatex, “online”). Empty fields are left out. */
export function bibtex(url: string, fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => value && `  ${name} = {${name === 'author' ? `{${escaped(value)}}` : escaped(value)}},\n`,
  );
  return `@online{${keyOf(url)},\n${lines.join('')}  url = {${url}},\n}`;
}

/** A key of ASCII letters, digits and hyphens, from the path of an address. */
function keyOf(url: string): string {
  const { pathname } = new URL(url);
  return (
    pathname
      .replace(/^\/|\/$/g, '')
      .replaceAll('/', '-')
      .replace(/[^\w-]/g, '') || 'home'
  );
}

const NAMED: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** Text with the characters that mean something to TeX written so that they do not. */
const escaped = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (found) => NAMED[found] ?? `\\${found}`);
