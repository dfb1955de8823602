import { lastOf } from '../story/dates.ts';
import type { Entry } from '../story/entries.ts';
import { hint } from '../story/nearest.ts';
import type { Fields } from '../story/schema.ts';
import { countWords } from '../story/counting.ts';
import { stateNames } from './atlas.ts';
import { fieldName } from './checking.ts';

/** A fault in a picture’s fields: the path of the field, and the message for the writer. */
export interface PictureFault {
  path: readonly PropertyKey[];
  reason: string;
}

/** How long a caption may be, in words. */
export const CAPTION = { least: 40, most: 120 };

/** What is wrong with a picture beyond the shape of its fields. */
export function faultsOfPicture({ data, text }: Entry<Fields<'pictures'>>): PictureFault[] {
  const words = countWords(text.plain);
  const caption = words < CAPTION.least || words > CAPTION.most;
  const own = caption
    ? [{ path: [], reason: `the caption has ${words} words; write ${CAPTION.least} to ${CAPTION.most}` }]
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
        : [{ path, reason: `entries.${at + 1}: name the event that tells of it, or its sources` }]),
      ...(before
        ? [
            {
              path,
              reason: `entries.${at + 1}: ${entry.date.edtf} is before ${before.date.edtf}, which comes before it`,
            },
          ]
        : []),
    ];
  });
}

/** Each id of a list that is in it for a second time. */
function twice(ids: readonly string[], field: string): PictureFault[] {
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [{ path: [field, at], reason: `${field}.${at}: ${id} is named twice` }],
  );
}

/** A row is one line of time: no span begins before the one above it has ended, and none ends before it begins. */
function faultsOfSpans({ rows }: FieldsOf<'spans'>): PictureFault[] {
  return rows.flatMap(({ spans }, row) =>
    spans.flatMap(({ from, until }, at) => {
      const path = ['rows', row, 'spans', at];
      const fault = (reason: string) => [{ path, reason: `${path.join('.')}: ${reason}` }];
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

function faultsOfMap(data: FieldsOf<'map'>): PictureFault[] {
  const { groups, joined, highlighted, disputed, frame, narrow, places } = data;
  const stateNamesByCode = stateNames();
  const names = new Map([...stateNamesByCode].map(([code, name]) => [name, code]));
  const states = [
    ...joined.flatMap(({ states: some }, group) =>
      some.map((state, at) => ({ state, path: ['joined', group, 'states', at] })),
    ),
    ...groups.flatMap(({ states: some }, group) =>
      some.map((state, at) => ({ state, path: ['groups', group, 'states', at] })),
    ),
    ...highlighted.map((state, at) => ({ state, path: ['highlighted', at] })),
  ];
  // A map of an alliance has all three, any other map none of them.
  const ofAlliance = { alliance: data.alliance, baseline: data.baseline, joined: joined[0] };
  const [given] = Object.entries(ofAlliance).flatMap(([field, value]) => (value ? [field] : []));
  const missing = Object.entries(ofAlliance).flatMap(([field, value]) =>
    given !== undefined && !value
      ? [{ path: [given], reason: `${field}: is missing; a map of an alliance has alliance, baseline and joined` }]
      : [],
  );
  const isEmpty = states.length + places.length === 0;
  const seen = new Map<string, string>();
  const codes = states.flatMap(({ state: { code, name }, path }) => {
    const where = fieldName(path);
    const twice = seen.get(code);
    seen.set(code, where);
    if (twice !== undefined) return [{ path, reason: `${where}: the state ${code} is already at ${twice}` }];
    const own = names.get(name);
    return stateNamesByCode.has(code)
      ? []
      : [
          {
            path,
            reason:
              `${where}: the map knows no state ${code}` +
              (own === undefined ? hint(code, stateNamesByCode.keys()) : `; ${name} is ${own}`),
          },
        ];
  });
  return [
    ...(isEmpty ? [{ path: [], reason: 'the map shows nothing; write groups, joined, highlighted or places' }] : []),
    ...missing,
    ...codes,
    ...disputed.flatMap(({ counted_with: code, name }, at) =>
      states.some(({ state }) => state.code === code)
        ? []
        : [
            {
              path: ['disputed', at],
              reason: `disputed.${at + 1}: ${name} is counted with ${code}, a state that the map does not name`,
            },
          ],
    ),
    ...(
      [
        ['frame', frame],
        ['narrow', narrow],
      ] as const
    ).flatMap(([field, { west, south, east, north }]) =>
      west + 1 <= east && south + 1 <= north
        ? []
        : [{ path: [field], reason: `${field}: east must be a degree or more beyond west, and north beyond south` }],
    ),
    ...places.flatMap(({ name, at: [lon, lat] }, at) =>
      lon > frame.west - 20 && lon < frame.east + 20 && lat > frame.south - 10 && lat < frame.north + 10
        ? []
        : [
            {
              path: ['places', at],
              reason: `places.${at + 1}: ${name} lies off the map; positions are degrees east, then degrees north`,
            },
          ],
    ),
  ];
}
