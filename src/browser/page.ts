/** All script of a reading page, in the order in which it matters to a reader. Every part enhances HTML that already works. */
import './style.ts';
import './theme.ts';
import './as-of.ts';
import './notes.ts';
import './terms.ts';
import './contents.ts';
import './share.ts';
import './news.ts';
import './keys.ts';
