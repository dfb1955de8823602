/**
 * Opens the folded tables of pictures while the page is printed, for browsers whose style sheet cannot
 * (components/PictureTables.astro). Long lists of links stay folded: they lead nowhere from paper.
 */
let opened: HTMLDetailsElement[] = [];

export function openForPrint(): void {
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details.prose:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}
