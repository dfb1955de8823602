import type { AnswerStatus } from '../story/kinds.ts';
import type { Answer, AnswersPicture } from '../story/story.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { answerShape } from './answer-mark.ts';
import {
  addText,
  emptyScene,
  INK,
  laterGround,
  LEADING,
  RULE,
  SOFT,
  type Scene,
  type Shape,
  type Timing,
  thenGround,
} from './scene.ts';
import { element, path, tenth } from './svg.ts';
import { widest, wrapText } from './text.ts';

/** The fields of a grid of answers that drawing needs. */
export type AnswersData = Pick<AnswersPicture, 'parties' | 'rows'>;

/** The least room for the names of demands, the most for a column of answers, and the size of a mark. */
const COLUMNS = { wide: { names: 260, cell: 150, mark: 14 }, narrow: { names: 122, cell: 92, mark: 12 } } as const;
const PAD = 5;

/** How dark the ground of an answer is: the firmer the refusal, the darker. */
const TINTS: Partial<Record<AnswerStatus, string>> = { rejected: '.2', 'rejected-in-effect': '.11', countered: '.05' };

/**
 * Lays out the answers as a grid: a row for each demand, a column for each party, and in each cell the mark of the
 * answer and its word. Where an answer changed after the key moment, the page shows the one or the other.
 */
export function layoutAnswers({ parties, rows }: AnswersData, shape: Shape, words: Words): Scene {
  const scene = emptyScene(shape);
  const { size, width } = scene;
  const { names, mark } = COLUMNS[shape];
  const texts = rows.flatMap(({ positions }) =>
    positions.flatMap((one) => [one?.word ?? words.answers.notAsked, ...(one?.then ? [one.then.word] : [])]),
  );
  const longest = widest(
    texts.flatMap((text) => wrapText(typeset(text, words), 0, size)),
    size,
  );
  const most = Math.max(COLUMNS[shape].cell, longest + 2 * PAD);
  const cell = Math.min(most, (width - names) / Math.max(1, parties.length));
  // Where the words of an answer are in its cell: beside the mark, or below it if one would not fit there.
  const isBeside = longest <= cell - mark - 5 - 2 * PAD;
  const word = isBeside ? { left: PAD + mark + 5, top: PAD } : { left: PAD, top: PAD + mark + 4 };
  const room = cell - PAD - word.left;
  // The words are those of the language, and no writer can choose shorter ones.
  const own = longest > room ? (size * room) / longest : size;
  const left = width - parties.length * cell;
  const column = (at: number) => left + at * cell;
  parties.forEach(({ short }, at) => {
    addText(scene, short, { x: column(at) + PAD, top: 0, width: cell - PAD, weight: 600 });
  });
  let y = size * 1.6;
  for (const { demand, positions } of rows) {
    const lines = (text: string) => wrapText(typeset(text, words), room, own);
    const cells = positions.flatMap((position, at) => {
      const one = (answer: Answer | undefined, state: Timing) => ({
        x: column(at),
        status: answer?.status,
        lines: lines(answer?.word ?? words.answers.notAsked),
        ...state,
      });
      return position?.then
        ? [one(position, { later: true }), one(position.then, { then: true })]
        : [one(position, {})];
    });
    const title = wrapText(typeset(demand.title, words), left - 10, size);
    const deepest = Math.max(...cells.map((one) => one.lines.length), 0);
    const height = Math.max(title.length * size * LEADING + PAD, word.top + deepest * own * LEADING) + PAD;
    scene.ground.push(path(`M0 ${tenth(y)}H${width}`, { stroke: RULE }));
    addText(scene, typeset(demand.title, words), { x: 0, top: y + PAD, width: left - 10 });
    for (const { x, status, lines: said, ...state } of cells) {
      const tint = status && TINTS[status];
      if (tint) {
        const place = { x, y: y + 1, width: cell - 2, height: height - 2 };
        const ground = element('rect', { ...place, fill: INK, 'fill-opacity': tint });
        scene.ground.push(state.later ? laterGround(ground) : state.then ? thenGround(ground) : ground);
      }
      if (status) {
        const box = { left: x + PAD, right: x + PAD + mark, top: y + PAD + 1, bottom: y + PAD + 1 + mark };
        scene.marks.push({ box, drawn: drawMark(status, box.left, box.top, mark), name: demand.title, ...state });
      }
      const fill = status === undefined || status === 'none-found' ? SOFT : INK;
      scene.labels.push({ lines: said, x: x + word.left, y: y + word.top + own * 0.95, size: own, fill, ...state });
    }
    y += height;
  }
  scene.ground.push(path(`M0 ${tenth(y)}H${width}`, { stroke: RULE }));
  scene.height = Math.ceil(y + 1);
  return scene;
}

/** The mark of an answer, `size` units wide. */
function drawMark(status: AnswerStatus, x: number, y: number, size: number): string {
  const place = `translate(${tenth(x)} ${tenth(y)}) scale(${tenth(size) / 20})`;
  return element('g', { transform: place, fill: INK, stroke: INK }, answerShape(status));
}
