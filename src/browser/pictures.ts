/**
 * WebKit draws an image without asking which theme its page has (https://bugs.webkit.org/show_bug.cgi?id=199134), so
 * there the address of a picture says it; pictures/file.ts draws both. It keeps a drawing whose fragment alone changes,
 * so the theme is a query too. On paper every page is light.
 */
const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

const tell = (theme: string) => {
  for (const image of document.querySelectorAll<HTMLImageElement>('figure > img'))
    image.src = `${image.src.replace(/\?.*/, '')}?${theme}#${theme}`;
};
const show = () => tell(root.dataset['theme'] || (dark.matches ? 'dark' : 'light'));

new MutationObserver(show).observe(root, { attributeFilter: ['data-theme'] });
dark.addEventListener('change', show);
addEventListener('beforeprint', () => tell('light'));
addEventListener('afterprint', show);
show();
