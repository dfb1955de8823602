import { manifest } from 'virtual:astro:manifest';

// Astro writes the hashes of the whole site's styles and scripts into the content-security policy of every page: 1,300
// bytes that do not compress. It adds the hashes of the page's own styles anyway, and no page needs others. Importing
// this file empties the site-wide list before the first page is rendered.
manifest.csp?.styleDirective?.hashes.splice(0);
manifest.csp?.scriptDirective?.hashes.splice(0);
