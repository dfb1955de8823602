import { canFloat, put } from './float.ts';
import { copy, page, placeOf, SITE, type Place } from './place.ts';

/**
 * Sharing by hand: a control at each section that copies its link or a citation, or opens the system's sheet. Without
 * it, and in a browser without popovers, the link at the heading leads to the section and is there to copy. The class
 * of the menu is none that blockers of “social buttons” hide.
 */
const longDay = (day: string | Date) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: typeof day === 'string' ? 'UTC' : undefined }).format(
    new Date(day),
  );
const isoToday = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const updatedAt = ({ element }: Place) =>
  (element.querySelector('.changed time') ?? document.querySelector('.updated time'))?.getAttribute('datetime') ?? '';

/** A citation in words, with the day of the last change and the day it was read. */
function citation(place: Place): string {
  const within = place === page || place.title === page.title ? '' : `, in “${page.title}”`;
  const day = updatedAt(place);
  const changed = day && `, last changed ${longDay(day)}`;
  return `“${place.title}”${within}, ${SITE}${changed}, ${place.url} (read ${longDay(new Date())}).`;
}

/** The same as an entry of BibLaTeX. */
function bibtex(place: Place): string {
  const key = new URL(place.url).pathname.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home';
  const title = place === page ? place.title : `${page.title}: ${place.title}`;
  const day = updatedAt(place);
  const fields = { title, organization: SITE, date: day, url: place.url, urldate: isoToday() };
  const lines = Object.entries(fields).map(([name, value]) => value && `  ${name} = {${value}},\n`);
  return `@online{${key},\n${lines.join('')}}`;
}

let open: Place = page;
let opener: HTMLAnchorElement | undefined;

const menu = document.createElement('div');
menu.className = 'section-menu';
menu.popover = 'auto';
menu.setAttribute('role', 'dialog');
const said = document.createElement('p');
said.setAttribute('role', 'status');

function item(name: string, act: (place: Place) => Promise<string>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', () => {
    act(open).then(
      (done) => (said.textContent = done),
      (error: Error) => {
        if (error.name !== 'AbortError') said.textContent = 'This did not work';
      },
    );
  });
  menu.append(button);
  return button;
}

const first = item('Copy link', ({ url }) => copy(url, 'Link copied'));
if ('share' in navigator)
  item('Share…', async ({ title, url }) => {
    await navigator.share({ title: `${title} · ${SITE}`, url });
    return 'Shared';
  });
item('Copy citation', (place) => copy(citation(place), 'Citation copied'));
item('Copy BibTeX', (place) => copy(bibtex(place), 'BibTeX copied'));
const onward = document.createElement('a');
onward.textContent = 'Open on its own';
menu.append(onward);
menu.append(said);

menu.addEventListener('toggle', (event) =>
  opener?.setAttribute('aria-expanded', String((event as ToggleEvent).newState === 'open')),
);

for (const anchor of canFloat ? document.querySelectorAll<HTMLAnchorElement>('.anchor') : []) {
  const place = placeOf(anchor);
  anchor.setAttribute('aria-haspopup', 'dialog');
  anchor.setAttribute('aria-expanded', 'false');
  const isOpen = () => opener === anchor && menu.matches(':popover-open');
  // A press outside of the menu closes it before it becomes a click; the second press on an anchor is there to close.
  let wasOpen = false;
  anchor.addEventListener('pointerdown', () => (wasOpen = isOpen()));
  anchor.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const close = wasOpen || isOpen();
    wasOpen = false;
    menu.hidePopover();
    if (close) return;
    open = place;
    opener = anchor;
    said.textContent = '';
    onward.href = place.url;
    menu.setAttribute('aria-label', `Share: ${place.title}`);
    anchor.focus();
    menu.showPopover();
    put(menu, anchor.getBoundingClientRect());
    first.focus();
  });
}
if (canFloat) document.body.append(menu);
