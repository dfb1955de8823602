import moreParties from '../styles/more-parties.css?raw';
import tokens from '../styles/tokens.css?raw';

/** The text of the styles that hold the colours of the site, for `coloursOf`. */
export const COLOUR_STYLES: string = tokens + moreParties;
