import { joinUntil, markOf, rowsNeeded, type Mark, type RibbonEvent, type RibbonStory } from './ribbon-marks.ts';
import type { TimeScale } from './time-scale.ts';

/** The marks of a strand, or of several small ones. */
export interface LaneMarks {
  name: string;
  /** All of its events, the key moment among them if it belongs here. */
  events: readonly RibbonEvent[];
  /** In the order of time, without the key moment. */
  marks: Mark[];
}

/** A lane is at most so many rows high; what is denser stands together in one mark. */
const ROWS = 2;
/** So many lanes at most; smaller strands share the last one. */
const LANES = 9;
/** So many marks at most, since each is a link with a name. */
const MARKS = 100;

/** The marks of each strand that has events, joined until every lane is low enough and all marks are few enough. */
export function laneMarks(story: RibbonStory, scale: TimeScale, x: (at: number) => number): LaneMarks[] {
  const low = laneEvents(story).map((lane) => {
    const marks = lane.events.filter(({ isMoment }) => !isMoment).map((event) => markOf(event, scale));
    return { ...lane, marks: joinUntil(marks, (now) => rowsNeeded(now, x, ROWS) <= ROWS) };
  });
  const atMost = (many: number) =>
    low.map((lane) => ({ ...lane, marks: joinUntil(lane.marks, (now) => now.length <= many) }));
  const count = (lanes: readonly LaneMarks[]) => lanes.reduce((sum, { marks }) => sum + marks.length, 0);
  let many = Math.max(1, ...low.map(({ marks }) => marks.length));
  while (many > 1 && count(atMost(many)) > MARKS) many -= 1;
  return atMost(many);
}

/** The events of each strand that has some; small strands share a lane where there are many. */
function laneEvents({ events, strands }: RibbonStory): Omit<LaneMarks, 'marks'>[] {
  const all = strands
    .map(({ id, name }) => ({ name, events: events.filter(({ strand }) => strand.id === id) }))
    .filter((lane) => lane.events.length > 0);
  if (all.length <= LANES) return all;
  const large = new Set(all.toSorted((a, b) => b.events.length - a.events.length).slice(0, LANES - 1));
  const small = new Set(all.filter((lane) => !large.has(lane)).flatMap((lane) => lane.events));
  return [
    ...all.filter((lane) => large.has(lane)),
    { name: 'Others', events: events.filter((event) => small.has(event)) },
  ];
}
