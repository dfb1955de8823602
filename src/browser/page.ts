/**
 * All script of a reading page, in the order in which it matters to a reader. Every part enhances HTML that works
 * without it, and asks whether the browser can do what it needs before it takes a click from a link.
 */
import './style.ts';
import './print.ts';
import './tables.ts';
import './theme.ts';
import './as-of.ts';
import './notes.ts';
import './terms.ts';
import './contents.ts';
import './mentions.ts';
import './sharing.ts';
import './selection.ts';
import './news.ts';
import './keys.ts';
