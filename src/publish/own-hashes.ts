import { manifest } from 'virtual:astro:manifest';

// Astro writes the hashes of all styles and script files of the whole site into the policy of every page, 1,300 bytes
// that do not compress, and then those of the page's own style once more. No page needs any but its own: the list for
// the whole site is emptied before the first page is made.
manifest.csp?.styleDirective?.hashes.splice(0);
manifest.csp?.scriptDirective?.hashes.splice(0);
