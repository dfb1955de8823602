import { describe, expect, test } from 'vitest';
import { smallEntries, replace } from '../../tests/support/small-story.ts';
import { assemble } from '../story/assemble.ts';
import { dayInWords, parseWhen } from '../story/dates.ts';
import { distanceFromMoment } from '../story/distance.ts';
import { typeset } from '../story/typography.ts';
import { languages, wordsOf } from './words.ts';

const sayings = (language: string) => {
  const words = wordsOf(language);
  const day = (edtf: string) => dayInWords(parseWhen(edtf), words);
  return [
    [1, 2, 3, 5, 11, 21].map(words.sources.many).join(' | '),
    [day('2021-12-30'), day('2021-12'), day('2021-12-08/2021-12-26')].join(' | '),
    distanceFromMoment(parseWhen('2021-12-17'), parseWhen('2021-12-30'), words),
    words.list(['A', 'B', 'C']),
  ];
};

test.each([
  [
    'de',
    '1 Quelle | 2 Quellen | 3 Quellen | 5 Quellen | 11 Quellen | 21 Quellen',
    '30. Dezember 2021 | Dezember 2021 | 8.–26. Dezember 2021',
    '13 Tage vor dem Schlüsselmoment',
    'A, B und C',
  ],
  [
    'es',
    '1 fuente | 2 fuentes | 3 fuentes | 5 fuentes | 11 fuentes | 21 fuentes',
    '30 de diciembre de 2021 | diciembre de 2021 | 8-26 de diciembre de 2021',
    '13 días antes del momento clave',
    'A, B y C',
  ],
  [
    'fr',
    '1 source | 2 sources | 3 sources | 5 sources | 11 sources | 21 sources',
    '30 décembre 2021 | décembre 2021 | 8–26 décembre 2021',
    '13\u00a0jours avant le moment clé',
    'A, B et C',
  ],
  [
    'uk',
    '1 джерело | 2 джерела | 3 джерела | 5 джерел | 11 джерел | 21 джерело',
    '30 грудня 2021 | грудень 2021 | 8–26 грудня 2021',
    'за 13 днів до ключового моменту',
    'A, B і C',
  ],
  [
    'ru',
    '1 источник | 2 источника | 3 источника | 5 источников | 11 источников | 21 источник',
    '30 декабря 2021 | декабрь 2021 | 8–26 декабря 2021',
    'за 13 дней до ключевого момента',
    'A, B и C',
  ],
  [
    'ar',
    'مصدر واحد | مصدران | 3 مصادر | 5 مصادر | 11 مصدرًا | 21 مصدرًا',
    '30 ديسمبر 2021 | ديسمبر 2021 | 8–26 ديسمبر 2021',
    '13 يومًا قبل اللحظة الفاصلة',
    'A وB وC',
  ],
  [
    'ja',
    '出典1点 | 出典2点 | 出典3点 | 出典5点 | 出典11点 | 出典21点',
    '2021年12月30日 | 2021年12月 | 2021年12月8日～26日',
    '重要な時点の13日前',
    'A、B、C',
  ],
])('%s has its own plurals, dates and lists', (language, ...expected) => {
  expect(sayings(language)).toEqual(expected);
});

test.each([
  ['en', 'Why so late? Who drove', 'The fall: Who drove', 'Washington, D.C.: Who drove'],
  ['fr', 'Why so late? Who drove', 'The fall\u00a0: Who drove', 'Washington, D.C.\u00a0: Who drove'],
  ['ja', 'Why so late?\u3000Who drove', 'The fall：Who drove', 'Washington, D.C.：Who drove'],
])('a title in %s that ends in a mark takes no other', (language, ...expected) => {
  const { sectionIn } = wordsOf(language).explainers;
  expect(['Why so late?', 'The fall', 'Washington, D.C.'].map((title) => sectionIn(title, 'Who drove'))).toEqual(
    expected,
  );
});

test.each(languages)('nor do marks stand side by side anywhere else in %s', (language) => {
  const { explainers, sources, timeline, changes, versions, pictures } = wordsOf(language);
  const title = '“Why so late?”';
  const said = [
    explainers.from((words) => words, title).join(''),
    sources.described(title, title),
    timeline.part(title, 'x'),
    changes.feedTitle(title),
    ...[versions.description(title), versions.describes(title, 'x'), versions.on(title, 'x')],
    pictures.eventOn(title, 'x'),
  ];
  expect(said.filter((one) => /\?”\s?[:,.،：]/u.test(one))).toEqual([]);
});

test.each([
  ['en', 'Claimed by the Town only:'],
  ['de', 'Nur behauptet von der Stadt:'],
  ['es', 'Afirmado solo por la Ciudad:'],
  ['fr', 'Affirmé seulement par la Ville\u00a0:'],
  ['uk', 'Стверджує лише Місто:'],
  ['ru', 'Утверждает только Город:'],
  ['ar', 'تزعم المدينة وحدها:'],
  ['ja', '町だけの主張：'],
])('a note in %s that begins with a verb that takes a side is known by it', (language, head) => {
  const { claim, takesSide } = wordsOf(language).texts;
  expect([claim.test(head), takesSide.test(head)]).toEqual([false, true]);
});

describe.each(languages)('%s', (language) => {
  const words = wordsOf(language);

  test('finds again what it tells writers to write', () => {
    expect(words.texts.claim.exec(words.texts.claimedBy('Utopia'))?.[1]).toBe('Utopia');
    expect(words.texts.takesSide.test(words.texts.claimedBy('Utopia'))).toBe(false);
    const [quotation] = words.punctuation.quote('x y').matchAll(words.texts.quotation);
    expect(quotation?.[1]?.trim()).toBe('x y');
  });

  test('keeps its own typography where nothing is to be kept together', () => {
    expect(typeset('', words)).toBe('');
  });

  test('serves a whole story', () => {
    const entries = smallEntries();
    const story = assemble({ ...entries, story: { ...entries.story, language } });
    expect(story.words).toMatchObject({ language: words.language });
    expect(story.events[0]?.when).not.toBe('');
  });
});

test('Spanish has its articles, with days but not with months, and drawn together with what stands before', () => {
  const { drafts, glossary, asOf, changes, ribbon } = wordsOf('es');
  expect([
    drafts.notBound(['el Partido del Río', 'la Unión', 'Brack']),
    glossary.held('15 de junio de 2019', undefined),
    glossary.held('15 de junio de 2019', '2023'),
    glossary.held('2019', 'mayo de 2023'),
    glossary.kind('Estado'),
    asOf.button('14\u00a0de marzo de 2024'),
    asOf.button('marzo de 2024'),
    changes.on('Corregido', '2024'),
    ribbon.title('unos 3 años'),
  ]).toEqual([
    'no al Partido del Río ni a la Unión ni a Brack',
    'en el cargo desde el 15 de junio de 2019',
    'del 15 de junio de 2019 a 2023',
    'de 2019 a mayo de 2023',
    'Estado',
    'Lo que se sabía el 14\u00a0de marzo de 2024',
    'Lo que se sabía en marzo de 2024',
    'Corregido en 2024',
    'Unos 3 años en una línea',
  ]);
});

test('a story names its parts, and the kinds of its terms, as it likes', () => {
  const own = 'drafts: { title: Rulings, one: Ruling }, region: { title: Towns, one: Town }';
  const names = `publisher: { name: The Two Towns Press }\nnames: { ${own} }\n`;
  const entries = smallEntries({ 'story.yaml': replace(/publisher: .*\n/, names) });
  const { pageKinds, home, kinds, drafts } = assemble(entries).words;
  expect(drafts.draftBy('The court')).toBe('Ruling: The court');
  expect([kinds.terms.region, kinds.terms.place]).toEqual([
    { one: 'Town', many: 'Towns' },
    { one: 'Place', many: 'Places' },
  ]);
  expect([pageKinds.drafts, pageKinds.draft, home.documents]).toEqual([
    { name: 'Rulings', navigation: 'Rulings' },
    { name: 'Ruling' },
    'Rulings',
  ]);
  expect(pageKinds.timeline.name).toBe('Timeline');
});
