/** The part of the untyped package `edtf` that dates.ts uses. */
declare module 'edtf' {
  export interface EdtfNode {
    type: string;
    /** Year, month from 0, day, hour, minute, second, as far as given. */
    values?: (number | EdtfNode | null)[];
    /** Minutes east of UTC. */
    offset?: number;
    approximate?: boolean | number | object;
    uncertain?: boolean | number | object;
    unspecified?: number;
  }
  export function parse(text: string): EdtfNode;
}
