import { reading } from '@words/reading';
import { followed } from '../words/intl.ts';
import { bibtex } from './bibtex.ts';
import { put } from './float.ts';
import { copy, linkTo, page, placeOf, PUBLISHER, SITE, type Place } from './place.ts';

/**
 * The share menu of a section or page: it copies the link or a citation, or opens the share sheet of the system. It is
 * loaded when it is first asked for. It is not called `share`, because blockers of “social buttons” hide elements with
 * such a class.
 */
const isoToday = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const updatedAt = ({ element }: Place) =>
  (element.querySelector('.changed time') ?? document.querySelector('.updated time'))?.getAttribute('datetime') ?? '';

/** The version of the page: its day, and its address if the page has ever said something else. */
function version(place: Place): { day: string; at: string } {
  const link = document.querySelector<HTMLAnchorElement>('[data-version]');
  const id = link?.dataset['version'];
  if (!link || id === undefined) return { day: updatedAt(place), at: '' };
  return { day: id.slice(0, 10), at: `${link.href}${id}/` };
}

/** A citation in words, with the version and the day it was read. */
function citation(place: Place): string {
  const { day, at } = version(place);
  const named = day && reading.day(new Date(day), 'UTC');
  const site = PUBLISHER === SITE ? SITE : `${SITE}, ${PUBLISHER}`;
  return reading.citation(place.title, page.title, site, named, at, place.url, reading.day(new Date()));
}

/** The same as an entry of BibLaTeX. */
function entry(place: Place): string {
  const title = place === page ? place.title : `${followed(page.title, ':')} ${place.title}`;
  return bibtex(place.url, {
    author: PUBLISHER,
    title,
    organization: PUBLISHER === SITE ? '' : SITE,
    date: version(place).day,
    addendum: version(place).at,
    urldate: isoToday(),
  });
}

let open: Place = page;
let opener: HTMLAnchorElement | undefined;

const menu = document.createElement('div');
menu.className = 'section-menu';
menu.popover = 'auto';
menu.setAttribute('role', 'dialog');
const said = document.createElement('p');
said.setAttribute('role', 'status');

/** Says what was done. The menu grows by it, and must still be within the window and beside what opened it. */
function say(done: string): void {
  said.textContent = done;
  if (opener) put(menu, opener.getBoundingClientRect());
}

function item(name: string, act: (place: Place) => Promise<string>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', () => {
    act(open).then(say, (error: Error) => {
      if (error.name !== 'AbortError') say(reading.failed);
    });
  });
  menu.append(button);
  return button;
}

const first = item(reading.copyLink, (place) => copy(linkTo(place), reading.linkCopied));
if ('share' in navigator)
  item(reading.share, async (place) => {
    await navigator.share({ title: `${place.title} · ${SITE}`, url: linkTo(place) });
    return reading.shared;
  });
item(reading.copyCitation, (place) => copy(citation(place), reading.citationCopied));
item(reading.copyBibtex, (place) => copy(entry(place), reading.bibtexCopied));
const onward = document.createElement('a');
onward.textContent = reading.openAlone;
menu.append(onward);
menu.append(said);

menu.addEventListener('toggle', (event) =>
  opener?.setAttribute('aria-expanded', String((event as ToggleEvent).newState === 'open')),
);

document.body.append(menu);

export const isOpenAt = (anchor: HTMLAnchorElement) => opener === anchor && menu.matches(':popover-open');

export function openAt(anchor: HTMLAnchorElement): void {
  open = placeOf(anchor);
  opener = anchor;
  said.textContent = '';
  onward.href = open.url;
  menu.setAttribute('aria-label', reading.shareIt(open.title));
  anchor.focus();
  menu.showPopover();
  put(menu, anchor.getBoundingClientRect());
  first.focus();
}

export const close = () => menu.hidePopover();
