import { lastOf } from '../story/dates.ts';
import type { Entry } from '../story/entries.ts';
import { hint } from '../story/nearest.ts';
import type { Fields } from '../story/schema.ts';
import { countWords } from '../story/counting.ts';
import { stateNames } from './atlas.ts';
import { fieldName, isRange, NO_RANGE, type Path } from './checking.ts';

/** A fault of a picture: the path of the field or that it is in the text, and the message for the writer. */
export interface PictureFault {
  path: Path | 'text';
  reason: string;
}

/** How long a caption may be, in words. */
export const CAPTION = { least: 40, most: 120 };

/** What is wrong with a picture beyond the shape of its fields. */
export function faultsOfPicture({ data, text }: Entry<Fields<'pictures'>>): PictureFault[] {
  const words = countWords(text.plain);
  const caption = words < CAPTION.least || words > CAPTION.most;
  const has = words === 1 ? 'one word' : `${words} words`;
  const own = caption
    ? [{ path: 'text' as const, reason: `the caption has ${has}; write ${CAPTION.least} to ${CAPTION.most}` }]
    : [];
  switch (data.kind) {
    case 'counts':
      return own;
    case 'hours':
      return [...own, ...faultsOfHours(data)];
    case 'map':
      return [...own, ...faultsOfMap(data)];
    case 'spans':
      return [...own, ...faultsOfSpans(data)];
    case 'events':
      return [
        ...own,
        ...twice(
          data.events.map(({ id }) => id),
          'events',
        ),
      ];
    case 'answers':
      return [
        ...own,
        ...twice(
          data.demands.map(({ id }) => id),
          'demands',
        ),
        ...twice(
          data.parties.map(({ party }) => party),
          'parties',
        ),
      ];
  }
}

type FieldsOf<Kind extends Fields<'pictures'>['kind']> = Extract<Fields<'pictures'>, { kind: Kind }>;

function faultsOfHours({ entries }: FieldsOf<'hours'>): PictureFault[] {
  return entries.flatMap((entry, at) => {
    const path = ['entries', at];
    const before = entries.slice(0, at).find(({ date }) => date.from.first > lastOf(entry.date));
    return [
      ...(entry.event || entry.sources.length > 0
        ? []
        : [{ path, reason: 'name the event that tells of it, or its sources' }]),
      ...(before
        ? [
            {
              path,
              reason: `${entry.date.edtf} is before ${before.date.edtf}, which comes before it`,
            },
          ]
        : []),
    ];
  });
}

/** Each id of a list that is in it for a second time. */
function twice(ids: readonly string[], field: string): PictureFault[] {
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [{ path: [field, at], reason: `${id} is named twice` }],
  );
}

/** A row is one line of time: no span begins before the one above it has ended, and none ends before it begins. */
function faultsOfSpans({ rows }: FieldsOf<'spans'>): PictureFault[] {
  return rows.flatMap(({ spans }, row) =>
    spans.flatMap(({ from, until }, at) => {
      const path = ['rows', row, 'spans', at];
      const fault = (reason: string) => [{ path, reason }];
      const range = [from, until].find((one) => one && isRange(one));
      if (range) return fault(NO_RANGE(range));
      if (until && lastOf(until) < from.from.first) return fault(`${until.edtf} is before ${from.edtf}`);
      const before = spans[at - 1];
      if (!before) return [];
      if (!before.until) return fault('the span above it has no end');
      return from.from.last < before.until.from.first
        ? fault(`${from.edtf} is before ${before.until.edtf}, when the span above it ends`)
        : [];
    }),
  );
}

/** Every state on a map is one that the map data knows, is there once, and has no name that is another's there. */
function faultsOfStates(states: readonly { state: { code: string; name: string }; path: Path }[]): PictureFault[] {
  const stateNamesByCode = stateNames();
  const codes = new Map([...stateNamesByCode].map(([code, name]) => [name, code]));
  const seen = new Map<string, string>();
  return states.flatMap(({ state: { code, name }, path }) => {
    const twice = seen.get(code);
    seen.set(code, fieldName(path));
    if (twice !== undefined) return [{ path, reason: `the state ${code} is already at ${twice}` }];
    const known = stateNamesByCode.get(code);
    const own = codes.get(name);
    const near = own === undefined ? hint(code, stateNamesByCode.keys()) : `; ${name} is ${own}`;
    if (known === undefined) return [{ path, reason: `the map knows no state ${code}${near}` }];
    return own === undefined || own === code ? [] : [{ path, reason: `${code} is ${known}${near}` }];
  });
}

/** A map of an alliance has all three of these fields, any other map none of them. */
function faultsOfAlliance({ alliance, baseline, joined }: FieldsOf<'map'>): PictureFault[] {
  const fields = Object.entries({ alliance, baseline, joined: joined[0] });
  const given = fields.find(([, value]) => value !== undefined);
  if (!given) return [];
  return fields.flatMap(([field, value]) =>
    value === undefined
      ? [{ path: [given[0]], reason: `${field} is missing; a map of an alliance has alliance, baseline and joined` }]
      : [],
  );
}

function faultsOfMap(data: FieldsOf<'map'>): PictureFault[] {
  const { groups, joined, highlighted, disputed, places, route } = data;
  const statesIn = (field: string, some: FieldsOf<'map'>['joined'] | FieldsOf<'map'>['groups']) =>
    some.flatMap(({ states: own }, group) =>
      own.map((state, at) => ({ state, path: [field, group, 'states', at] as const })),
    );
  const states = [
    ...statesIn('joined', joined),
    ...statesIn('groups', groups),
    ...highlighted.map((state, at) => ({ state, path: ['highlighted', at] as const })),
  ];
  return [
    ...(states.length + places.length === 0
      ? [{ path: [], reason: 'the map shows nothing; write groups, joined, highlighted or places' }]
      : []),
    ...faultsOfAlliance(data),
    ...faultsOfStates(states),
    ...disputed.flatMap(({ counted_with: code, name }, at) =>
      states.some(({ state }) => state.code === code)
        ? []
        : [
            {
              path: ['disputed', at],
              reason: `${name} is counted with ${code}, a state that the map does not name`,
            },
          ],
    ),
    ...(route && places.length < 2 ? [{ path: ['route'], reason: 'a route leads from one place to the next' }] : []),
    ...faultsOfFrames(data),
  ];
}

/** Each frame has room, the narrow one is within the other, and so, about, are the places. */
function faultsOfFrames({ frame, narrow, places }: FieldsOf<'map'>): PictureFault[] {
  const faults = Object.entries({ frame, narrow }).flatMap(([field, { west, south, east, north }]) =>
    west + 1 <= east && south + 1 <= north
      ? []
      : [{ path: [field], reason: 'east must be a degree or more beyond west, and north beyond south' }],
  );
  // Against a frame that is none everything would be wrong.
  if (faults.length > 0) return faults;
  return [
    ...(narrow.west < frame.west || narrow.south < frame.south || narrow.east > frame.east || narrow.north > frame.north
      ? [{ path: ['narrow'], reason: 'reaches beyond frame, which has all that is drawn' }]
      : []),
    ...places.flatMap(({ name, at: [lon, lat] }, at) =>
      lon > frame.west - 20 && lon < frame.east + 20 && lat > frame.south - 10 && lat < frame.north + 10
        ? []
        : [
            {
              path: ['places', at],
              reason: `${name} lies off the map; positions are degrees east, then degrees north`,
            },
          ],
    ),
  ];
}
