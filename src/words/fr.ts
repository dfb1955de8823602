import { fr as locale } from 'date-fns/locale/fr';
import type { en, reading as englishReading, searching as englishSearching } from './en.ts';
import { capital, followed, intlOf, kilobytes, signAfter, type ListPart } from './intl.ts';
import { sentence, type WrapWords } from './sentence.ts';

/** The site's own words in French; en.ts says what each is. The spaces before high signs do not break. */
const language = 'fr-FR';
const { count, number, list, listParts, choice, time, languageName, countryName } = /* @__PURE__ */ intlOf(language);

const about = (words: string, isAbout: boolean): string => (isAbout ? `environ ${words}` : words);
const nobody: ListPart[] = [{ type: 'literal', value: 'personne' }];
const article = (place: number | undefined): string => (place === undefined ? 'Préambule' : `Article ${place}`);
/** A day has an article, a month and a year have none: “le 14 mars”, “en mars”. */
const isDay = (date: string): boolean => /^\d{1,2}(?!\d)/.test(date);
const onDay = (date: string): string => (isDay(date) ? `le ${date}` : `en ${date}`);
const STATE = 'État';
const RESULTS = { one: '# résultat', other: '# résultats' };
const EVENTS = { one: '# événement', other: '# événements' };
/** When an office began, and until when it was held: “le 3 mai 1904”, “en mai 1904”, “vers 1904”. */
const inTime = (date: string): string => {
  if (date.startsWith('vers ')) return date;
  return /^\d+(?:er)? \p{L}/u.test(date) ? `le ${date}` : `en ${date}`;
};
const untilTime = (date: string): string =>
  date.startsWith('vers ') ? `jusque ${date}` : `jusqu’${inTime(date).replace(/^le/, 'au')}`;
const SOURCES = { one: '# source', other: '# sources' };
const ARTICLES = { one: '# article', other: '# articles' };

export const reading: typeof englishReading = {
  day: (day, timeZone) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(day),
  note: (place) => `Source ${place}`,
  share: 'Partager…',
  shareIt: (title) => `Partager\u00a0: ${title}`,
  shared: 'Partagé',
  copyLink: 'Copier le lien',
  copySentence: 'Copier le lien vers cette phrase',
  linkCopied: 'Lien copié',
  copyCitation: 'Copier la référence',
  citationCopied: 'Référence copiée',
  copyBibtex: 'Copier BibTeX',
  bibtexCopied: 'BibTeX copié',
  openAlone: 'Ouvrir à part',
  copyByHand: (text) => `À copier à la main\u00a0: ${text}`,
  failed: 'Cela n’a pas fonctionné',
  citation: (part, page, site, version, at, url, read) =>
    `«\u00a0${part}\u00a0»${part === page ? '' : `, dans «\u00a0${page}\u00a0»`}, ${site}` +
    `${version && `, version du ${version}${at && ` (${at})`}`}, ${url} (consulté le ${read}).`,
};

export const searching: typeof englishSearching = {
  found: (words, many) => `${count(many, RESULTS)} pour «\u00a0${words}\u00a0».`,
  nearest: (words) => `Résultats pour «\u00a0${words}\u00a0», les plus proches d’abord.`,
  nothing: (words) =>
    `Rien n’a été trouvé pour «\u00a0${words}\u00a0». ` +
    'Essayez moins de mots ou d’autres, ou parcourez le contenu ci-dessous.',
  didYouMean: ['Vouliez-vous dire ', '\u00a0?'],
  sources: (many) => `Dans les sources\u00a0: ${count(many, RESULTS)}`,
  noSources: 'Rien n’a été trouvé dans les sources.',
  laterLeftOut: 'Ce qui vint plus tard est laissé de côté.',
  failed: 'La recherche n’a pas pu être chargée. Le contenu ci-dessous mène à tout.',
  language: {
    tidy: (text) =>
      text
        .replace(/(^|[^\p{L}])(?:l|d|j|m|n|s|t|c|qu)['’ʼ](?=\p{L})/giu, '$1')
        .replace(/(\d)(?:er|re|e|ème)(?!\p{L})/gu, '$1'),
    small:
      'a à ai alors au aucun aussi autre aux avait avant avec avoir ce cela ces cet cette ceux chez comme ' +
      'comment contre dans de depuis des donc dont du elle elles en entre est et étaient était été être eu fait ' +
      'il ils je la là le les leur leurs lui ma mais me même mes mon ne ni nos notre nous on ont ou où par pas ' +
      'plus pour pourquoi qu quand que quel quelle quelles quels qui quoi sa sans se ses si son sont sous sur ta ' +
      'te tes ton tous tout très tu un une vers vos votre vous y expliquer explique signifie signification',
    forms: [
      'dire dit disent disait',
      'commencer commence commença commencé début',
      'finir finit fini terminer termine terminé fin',
      'parler parle parla parlé conversation conversations entretien entretiens',
      'rencontrer rencontre rencontres rencontré réunion réunions',
      'donner donne donna donné',
      'pays état états',
      'répondre répond répondit répondu réponse réponses',
      'vouloir veut voulait voulu',
      'demander demande demandes demanda demandé exiger exige exigé exigence exigences',
      '1 un premier première',
      '2 deux ii second seconde deuxième',
      '3 trois iii troisième',
      '4 quatre iv quatrième',
      '5 cinq v cinquième',
      '6 six vi',
      '7 sept vii',
      '8 huit viii',
      '9 neuf ix',
      '10 dix',
      'janvier janv',
      'février févr',
      'avril avr',
      'juillet juil',
      'septembre',
      'octobre oct',
      'novembre nov',
      'décembre déc',
    ],
    month: (month) =>
      new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1)),
  },
};

/** The words of the site in French. */
export const fr: typeof en = {
  language,
  direction: 'ltr',
  browser: { reading, searching },
  number,
  list,
  languageName,
  countryName,
  punctuation: {
    comma: ', ',
    semicolon: '\u00a0; ',
    colon: '\u00a0: ',
    stop: '. ',
    end: '.',
    quote: (text) => `«\u00a0${text}\u00a0»`,
    range: (from, to) => `${from}–${to}`,
  },
  typography: {
    unbroken: [
      / (?=[?!:;»%])/g,
      /« /g,
      /\d (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))/gu,
      /\d (?=(?:millions?|milliards?|mille|km|kilomètres|mètres|euros|pour cent|\d{3}))/g,
      /\d (?=(?:minutes|heures|jours|semaines|mois|ans|années))/g,
      /\b(?:[Aa]rticles?|art\.|paragraphes?|points?|[Rr]ésolution|chapitre|pages?|n[o°]) (?=\d)/g,
      /\b(?:M\.|MM\.|Mme|Dr|[A-Z]\.) (?=\p{Lu})/gu,
    ],
  },
  dates: {
    locale,
    year: 'y',
    month: 'MMMM y',
    day: 'do MMMM y',
    dayOfYear: 'do MMMM',
    withinMonth: { from: 'd', to: 'd MMMM y', range: (from, to) => `${from}–${to}` },
    withinYear: { from: 'do MMMM', to: 'do MMMM y', range: (from, to) => `du ${from} au ${to}` },
    monthsOfYear: { from: 'MMMM', to: 'MMMM y', range: (from, to) => `de ${from} à ${to}` },
    range: (from, to) => `${from} – ${to}`,
    about: (date) => `vers ${date}`,
    uncertain: (date) => `${date} (incertain)`,
    time: "HH'h'mm",
    timeOnDay: "HH'h'mm 'le' do MMMM",
    timeAt: (clock, place) => `${clock} (${place})`,
    timeWithOffset: (clock, offset) => `${clock} (UTC${offset})`,
    withTimes: (day, times) => [day, ...times].join(', '),
  },
  distances: {
    length: (many, unit, isAbout) => about(time(many, unit), isAbout),
    alone: {
      before: (many, unit, isAbout) => `${about(time(many, unit), isAbout)} avant`,
      after: (many, unit, isAbout) => `${about(time(many, unit), isAbout)} après`,
      sameDay: 'le même jour',
      sameTime: 'au même moment',
      aboutSameTime: 'à peu près au même moment',
    },
    fromMoment: {
      before: (many, unit, isAbout) => `${about(time(many, unit), isAbout)} avant le moment clé`,
      after: (many, unit, isAbout) => `${about(time(many, unit), isAbout)} après le moment clé`,
      sameDay: 'le même jour que le moment clé',
      sameTime: 'en même temps que le moment clé',
      aboutSameTime: 'à peu près en même temps que le moment clé',
    },
  },
  pageKinds: {
    home: { name: 'Explications' },
    explainer: { name: 'Explication' },
    section: { name: 'Section' },
    drafts: { name: 'Les documents', navigation: 'Documents' },
    draft: { name: 'Document' },
    article: { name: 'Article' },
    paragraph: { name: 'Paragraphe' },
    positions: { name: 'Les positions', navigation: 'Positions' },
    demand: { name: 'Demande' },
    timeline: { name: 'Chronologie' },
    event: { name: 'Événement' },
    glossary: { name: 'Glossaire' },
    term: { name: 'Glossaire' },
    sources: { name: 'Sources' },
    pictures: { name: 'Images' },
    changes: { name: 'Modifications' },
    all: { name: 'Tous les textes sur une page' },
    about: { name: 'À propos' },
    search: { name: 'Recherche' },
    notFound: { name: 'Il n’y a pas de page ici' },
  },
  frame: {
    skip: 'Aller au texte',
    navigation: 'Site',
    menu: 'Menu',
    dark: 'Sombre',
    printedFrom: (address) => `Imprimé depuis ${address}`,
    licence: <Html>(licence: Html) => sentence`Texte sous licence ${licence}`,
    allRightsReserved: 'Tous droits réservés',
    privacy: 'Ni cookies ni traceurs\u00a0: ce site ne demande rien à aucune autre adresse',
    about: 'Comment il est écrit et sourcé',
    changes: 'Modifications',
    report: 'Signaler une erreur',
  },
  page: {
    minutes: (many) => `${count(many, { one: '# minute', other: '# minutes' })} de lecture`,
    changedSince: (change) => `${change}, depuis votre dernière visite de cette page`,
    changedIn: ', dans ',
    share: 'Partager',
    sharePage: (title) => `Partager cette page\u00a0: ${title}`,
    contents: 'Sur cette page',
    toTop: 'Haut de la page',
    brief: 'En bref',
    sectionLink: (title) => `Lien vers cette section\u00a0: ${title}`,
    later: 'Tout cela est postérieur au jour auquel ce site est arrêté.',
    mentions: 'Mentionné dans',
    terms: 'Noms et termes',
    movedAway: <Html>(old: string, link: WrapWords<Html>) =>
      sentence`Ce qui était ici sous «\u00a0${old}\u00a0» ${link('est désormais ailleurs')}.`,
    previous: 'Précédent',
    next: 'Suivant',
    pager: (order) => `${order}\u00a0: précédent et suivant`,
  },
  asOf: {
    button: (day) => `Ce que l’on savait ${onDay(day)}`,
    status: (day) =>
      `Cette page est maintenant arrêtée ${isDay(day) ? `au ${day}` : `à ${day}`}. ` +
      'Ce que l’on n’a su que plus tard est mis de côté.',
    aside: (day) =>
      `Cette page raconte ce qui s’est passé après ${isDay(day) ? `le ${day}` : day}. ` +
      'Elle est mise de côté ; le bouton la fait revenir.',
  },
  notes: {
    title: 'Notes',
    sources: 'Sources de ces notes',
    back: (note) => `Retour à la note ${note} dans le texte`,
    backToUse: (use, note) => `Retour à l’emploi ${use} de la note ${note}`,
  },
  ribbon: {
    skip: 'Passer l’image',
    title: (lengths) => capital(`${lengths} sur une ligne`),
    scale: (day) => `Le temps prend plus de place à mesure qu’il approche du ${day}.`,
    marks: (isVague, isSeveral) => {
      const open = isVague ? '\u00a0; une marque vide n’a pas de date certaine' : '';
      const many = isSeveral ? '\u00a0; un nombre représente autant d’événements' : '';
      return `Chaque marque mène à un événement${open}${many}.`;
    },
    asList: 'La même chose en liste',
    here: <Html>(link: WrapWords<Html>, place: string) =>
      sentence`Vous êtes ici dans la ${link('chronologie')}\u00a0: ${place}.`,
    moment: 'le moment clé',
  },
  texts: {
    callouts: { DISPUTED: 'Les sources divergent', HINDSIGHT: 'Connu seulement plus tard' },
    setAside: '\u00a0: mis de côté',
    judgement: 'Notre jugement\u00a0:',
    silence: 'Non mentionné',
    toWrite: 'À écrire',
    question: (text) => `${text}\u00a0?`,
    quotation: /«\s*([^«»]+?)\s*»/gu,
    claim: /^Selon (?:le |la |les |l’)?(.+?) seule?(?:ment)?\s?:/,
    claimedBy: (party) => `Selon ${party} seulement\u00a0:`,
    takesSide: /^(?:seulement )?(?:affirmé|prétendu|allégué) (?:seulement )?par /i,
    sources: 'Sources\u00a0: ',
  },
  kinds: {
    terms: {
      person: { one: 'Personne', many: 'Personnes' },
      organisation: { one: 'Organisation', many: 'Organisations' },
      state: { one: STATE, many: 'États' },
      region: { one: 'Région ou commune', many: 'Régions et communes' },
      place: { one: 'Lieu', many: 'Lieux' },
      document: { one: 'Document', many: 'Documents' },
      idea: { one: 'Notion', many: 'Notions' },
    },
    answers: {
      accepted: 'Accepté',
      open: 'Prêt à en parler',
      countered: 'Autre offre',
      restraint: 'Dit s’y conformer',
      stated: 'Position exprimée',
      'rejected-in-effect': 'Refusé de fait',
      rejected: 'Refusé',
      'none-found': 'Aucune réponse connue',
    },
    sourceTypes: {
      primary: {
        one: 'document original',
        many: 'Documents originaux',
        meaning: 'le texte même\u00a0: un traité, une transcription, un arrêt, une résolution',
      },
      official: {
        one: 'version officielle',
        many: 'Versions officielles',
        meaning: 'ce qu’un gouvernement ou une organisation dit de ses propres actes',
      },
      reporting: { one: 'presse', many: 'Presse', meaning: 'agences, journaux, radios et télévisions' },
      analysis: { one: 'analyse', many: 'Analyses', meaning: 'instituts, chercheurs et commentaires' },
      reference: {
        one: 'ouvrage de référence',
        many: 'Ouvrages de référence',
        meaning: 'encyclopédies, données et pages de contexte',
      },
    },
    publishers: {
      government: 'gouvernement',
      'treaty-body': 'organisation de traité',
      'news-agency': 'agence de presse',
      broadcaster: 'radio ou télévision',
      newspaper: 'journal ou revue',
      research: 'institut de recherche',
      reference: 'archives ou ouvrage de référence',
      other: 'autre éditeur',
    },
    read: { whole: 'lu en entier', part: 'lu en partie', quoted: 'lu tel que cité ailleurs' },
    changes: { new: 'Publié', update: 'Mis à jour', correction: 'Corrigé', removal: 'Retiré', wording: 'Reformulé' },
    pictures: {
      counts: 'Graphique',
      hours: 'Heure par heure',
      map: 'Carte',
      spans: 'Frise chronologique',
      events: 'Période',
      answers: 'Tableau des réponses',
    },
    natures: {
      present: 'compté comme présent',
      planned: 'partie d’un plan, non un décompte',
      leaving: 'annoncé en retrait',
    },
  },
  home: {
    questions: 'Les questions',
    documents: 'Les documents en un coup d’œil',
    allTerms: 'Toutes les personnes, tous les lieux, documents et notions',
  },
  explainers: {
    order: 'Explications',
    place: (place, many) => `Explication ${place} sur ${many}`,
    sectionPlace: (place, many) => `section ${place} sur ${many}`,
    sectionOrder: (explainer) => `Sections de ${explainer}`,
    from: <Html>(link: WrapWords<Html>, title: string) =>
      sentence`De l’explication ${link(title)}${signAfter(title, '\u00a0:')} `,
    sectionIn: (explainer, section) => `${followed(explainer, '\u00a0:')} ${section}`,
  },
  drafts: {
    description: 'Les documents, article par article\u00a0: ce que dit chacun, qui il engage et ce qui a été répondu.',
    documents: (many) => count(many, { one: '# document', other: '# documents' }),
    order: 'Documents',
    articleOrder: 'Articles',
    article,
    articleOf: (place, draft) => `${article(place)}, ${draft}`,
    paragraphOf: (name, heading) => `${name}, ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    articleTitled: (place, title) => `${article(place)}\u00a0: ${title}`,
    articleHeading: (place, title) => `${article(place)}. ${title}`,
    numbered: (place, title) => (place === undefined ? title : `${place}. ${title}`),
    articles: (many) => count(many, ARTICLES),
    parts: (preamble, many) => `${preamble ? 'préambule et ' : ''}${count(many, ARTICLES)}`,
    draftBy: (author) => `Projet\u00a0: ${author}`,
    nobody: 'personne',
    noClause: 'Dans aucun paragraphe en particulier.',
    bound: (names) => (names.length > 0 ? listParts(names) : nobody),
    bindsThem: (names) => [
      { type: 'literal', value: 'Engage\u00a0: ' },
      ...(names.length > 0 ? listParts(names) : nobody),
    ],
    notBound: (names) => `mais non\u00a0: ${choice(names)}`,
    document: 'Paragraphe par paragraphe',
    readWhole: 'Lire tout le document',
    binds: 'Engage',
    partOf: 'Partie de',
    noAnswerAlone: 'Aucune sur ce seul paragraphe',
    answer: 'Réponse',
    published: 'Publié',
    publishedOn: (day) => `publié\u00a0: ${day}`,
    between: 'Entre',
    betweenThem: (parties) => `Parties\u00a0: ${list(parties)}`,
    force: 'Entrée en vigueur',
    moreOnArticle: (place) =>
      `En savoir plus sur ${place === undefined ? 'le préambule' : `l’article ${place}`}\u00a0: effets et réponse`,
    notOn: (draft) => `${followed(draft, '\u00a0:')} rien à ce sujet`,
    asked: 'Ce qui est demandé',
    answers: 'La réponse',
    sideBySide: 'Côte à côte',
  },
  positions: {
    description: 'Ce qui a été demandé, et comment chaque partie a répondu.',
    demands: (many) => count(many, { one: '# demande', other: '# demandes' }),
    place: (place, many) => `Demande ${place} sur ${many}`,
    without: (parties) => `Sans position dans ce tableau\u00a0: ${parties}.`,
    order: 'Demandes',
    demand: 'La demande',
    asked: 'Ce qui a été demandé',
    clauses: 'Dans les documents',
    answers: 'Ce que chaque partie a dit',
  },
  timeline: {
    description: 'Ce qui s’est passé, dans l’ordre.',
    events: (many) => count(many, EVENTS),
    eventsOf: (some, all) => `${number(some)} sur ${count(all, EVENTS)}`,
    part: (timeline, part) => `${followed(timeline, '\u00a0:')} ${part}`,
    partDescription: (part, events) =>
      `La chronologie de cette histoire pour ${part}\u00a0: ${events}, dans l’ordre, chacun avec ses sources.`,
    showAll: 'Tout afficher',
    actorsOf: 'Avec',
    filters: 'Parties de la chronologie',
    strands: 'Fils du récit',
    actors: 'Acteurs',
    sources: 'Sources',
    withSource: (type) => `événements ayant ce type de source\u00a0: ${type}`,
  },
  glossary: {
    description: 'Personnes, organisations, États, lieux, documents et notions de l’histoire.',
    entries: (many) => count(many, { one: '# entrée', other: '# entrées' }),
    kind: (kind) => (kind === STATE ? kind : kind.toLowerCase()),
    aliases: (names) => `Aussi ${names.join(', ')}`,
    events: 'Dans la chronologie',
    held: (from, until) => {
      if (from !== undefined && until !== undefined) return `${from} – ${until}`;
      if (from !== undefined) return `entrée en fonction ${inTime(from)}`;
      return until === undefined ? '' : untilTime(until);
    },
    source: 'source',
    tenure: (office, from, until) => {
      if (from !== undefined && until !== undefined) return `${office}, de ${from} à ${until}`;
      if (from !== undefined) return `${office}, entrée en fonction en ${from}`;
      return until === undefined ? office : `${office} jusqu’en ${until}`;
    },
    cast: 'Qui est qui',
    otherSides: 'Autres',
    speaksFor: 'Parle pour',
  },
  mentions: { more: (many) => count(many, { one: 'Un autre passage', other: '# autres passages' }) },
  sources: {
    description: 'Tout ce sur quoi repose ce site, par type de source.',
    many: (many) => count(many, SOURCES),
    total: (many, types) => `${count(many, SOURCES)}, de ${count(types, { one: '# type', other: '# types' })}.`,
    typeSummary: (many, meaning) => `${count(many, SOURCES)}\u00a0: ${meaning}.`,
    typeDescription: (type, meaning) => `Sources de ce site, ${type.toLowerCase()}\u00a0: ${meaning}.`,
    typeMeaning: (meaning) => `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
    part: (type, letters) => `${type}, ${letters}`,
    partSummary: (many, first, last) => `${count(many, SOURCES)}, de ${first} à ${last}.`,
    partDescription: (type, first, last) => `Sources de ce site, ${type.toLowerCase()}, de ${first} à ${last}.`,
    title: (credit) => `Source\u00a0: ${credit}`,
    described: (credit, title) =>
      `${followed(credit, '\u00a0:')} ${followed(title, '.')} Où elle a été lue, et pourquoi ce site la cite.`,
    claims: {
      title: 'Sur quoi reposent les explications',
      meaning: 'Une affirmation est un endroit où le texte pose une note. Une note peut nommer plusieurs sources.',
      explainer: 'Explication',
      claims: 'Affirmations',
      primary: 'Avec un document original',
      several: 'Avec plusieurs sources',
      one: 'Avec une source',
      oneSided: 'Parole d’une seule partie',
    },
    facts: {
      publisher: 'Éditeur',
      date: 'Date',
      type: 'Type',
      read: 'Lecture',
      address: 'Adresse',
      archive: 'Archive',
      voice: <Html>(party: Html) => sentence` (la voix de\u00a0: ${party})`,
      typeIn: (type, tongue) => `${type}, en ${tongue}`,
      readOn: <Html>(read: string, day: Html) => sentence`${read} le ${day}`,
      copy: 'Copie de ce jour dans une archive',
    },
    citedIn: 'Cité dans',
    address: 'adresse',
    line: (type, tongue, read) => `${type}, ${tongue}, ${read}`,
    label: (many) => (many === 1 ? 'Source\u00a0:' : 'Sources\u00a0:'),
  },
  answers: {
    notYet: 'Pas encore de réponse',
    notAsked: 'Non sollicité',
    onBehalf: (by, party) => `${by} (${party})`,
  },
  changes: {
    description: 'Ce qui a été corrigé, mis à jour ou ajouté après la publication, et pourquoi.',
    feed: <Html>(link: WrapWords<Html>) => sentence`Les modifications existent aussi en ${link('flux')}.`,
    feedTitle: (site) => `${followed(site, '\u00a0:')} modifications`,
    on: (kind, day) => `${kind} ${onDay(day)}`,
    new: 'Nouveau',
    wholeSite: 'Tout le site',
  },
  versions: {
    link: 'Ce qui a changé',
    many: (many) => count(many, { one: '# version', other: '# versions' }),
    of: (title) => `Ce qui a changé\u00a0: ${title}`,
    on: (title, day) => `${followed(title, ',')} version du ${day}`,
    description: (title) =>
      `Toutes les versions de «\u00a0${title}\u00a0» depuis sa publication\u00a0: le jour, la raison, ` +
      'ce qui a été ajouté et ce qui a été retiré.',
    describes: (title, day) =>
      `Ce que disait «\u00a0${title}\u00a0» à partir du ${day}, avec les ajouts et les retraits ` +
      'depuis la version précédente.',
    kicker: (day) => `Version du ${day}`,
    page: <Html>(link: WrapWords<Html>, title: string) =>
      sentence`Toutes les versions de ${link(title)}${signAfter(title, '.')}`,
    gone: 'Cette page a été retirée. Ce qu’elle disait peut encore se lire ici.',
    read: (day) => `Le texte du ${day}`,
    marked: (day) => `Le texte du ${day}, changements marqués`,
    marks: <Html>(ins: Html, del: Html) =>
      sentence`Par rapport à la version précédente, ceci a été ${ins} et ceci ${del}.`,
    ins: 'ajouté',
    del: 'retiré',
    start: (what) => `[${what}: `,
    stop: ']',
    first: 'Voici ce que disait la page à sa première publication.',
    onlyNew: <Html>(link: WrapWords<Html>) =>
      sentence`Tant de choses sont nouvelles que le texte retiré reste dans ${link('la version précédente')}.`,
    words: 'Mots seulement, sans liens, images ni appels de notes.',
    all: 'Toutes les versions',
    now: 'La page telle qu’elle est',
    order: 'Versions',
    facts: {
      question: 'Question',
      brief: 'En bref',
      definition: 'Définition',
      asks: 'Ce qui a été demandé',
      then: 'Ce que l’on savait alors',
      officialTitle: 'Titre officiel',
      names: 'Autres noms',
      date: 'Date',
      place: 'Lieu',
      force: 'Entrée en vigueur',
      binds: 'Engage',
      words: 'Termes exacts',
      office: 'Fonction',
      cast: 'Dans cette histoire',
      answer: 'Réponse',
      answerThen: 'Réponse d’alors',
      count: 'Décompte',
      hour: 'Heure',
      span: 'Durée',
      joined: 'Entrée',
      disputed: 'Contesté',
      group: 'Situation',
      places: 'Lieu',
    },
  },
  search: {
    description: 'Trouvez une section, un événement, une personne, un article ou une source de ce site.',
    question: 'Que cherchez-vous\u00a0?',
    button: 'Chercher',
    inSources: 'Dans les sources aussi',
    more: 'Plus de résultats',
    dated: (kind, more) => (more ? `${kind}, ${more}` : kind),
    key: 'La touche / ouvre cette page de partout',
    needsScript: 'La recherche a besoin d’un script, qui ne marche pas ici. Les listes ci-dessous mènent à tout.',
    contents: 'Ou parcourez le contenu',
  },
  lookUp: {
    timeline: 'Un jour ou un événement',
    glossary: 'Une personne, un lieu, un document ou une notion',
    drafts: 'Un document et ses parties',
    positions: 'Ce qui a été demandé et ce qui a été répondu',
    sources: 'Une source',
    about: 'Comment ce site est écrit',
  },
  notFound: {
    title: 'Page introuvable',
    description: 'Il n’y a pas de page à cette adresse. Voici le chemin vers ce que vous cherchez peut-être.',
    text:
      'L’adresse est peut-être mal saisie, ou un lien vers elle est rompu. Rien n’est retiré de ce site sans laisser ' +
      'un chemin\u00a0: ce que vous cherchez est donc sans doute ci-dessous.',
    questions: 'Les questions auxquelles ce site répond',
    lookUp: 'Ou consultez',
  },
  moved: {
    title: 'Cette page a été déplacée',
    documentTitle: (address) => `Déplacée\u00a0: ${address}`,
    description: (from, to) => `${from} a été déplacé\u00a0; son contenu est maintenant à l’adresse ${to}`,
    text: <Html>(name: string, link: Html) => [
      ...sentence`Ce qui était ici, «\u00a0${name}\u00a0», est maintenant à l’adresse ${link}. `,
      'L’ancien lien est conservé, afin que ce qui a été partagé mène toujours quelque part.',
    ],
    removedTitle: 'Cette page a été retirée',
    removed: <Html>(name: string, link: WrapWords<Html>) =>
      sentence`«\u00a0${name}\u00a0» a été retiré. ${link('Ce qui y était dit, et pourquoi ce n’y est plus')}`,
  },
  cards: { site: 'Ce site', search: 'Trouver une personne, un jour, un article ou une affirmation.' },
  book: {
    download: (size: string) => `Sous forme de livre (EPUB, ${size})`,
    size: (bytes) => kilobytes(language, bytes),
    contents: 'Sommaire',
    asOf: (day: string) => `Le site tel qu’il était le ${day}.`,
    pageDescription: 'Tous les textes avec leurs notes, l’un après l’autre, à imprimer ou à enregistrer en entier.',
  },
  copy: {
    brief: (brief) => `**En bref\u00a0:** ${brief}`,
    binds: (names) => `Engage\u00a0: ${names}.`,
    answer: (credit) => `Réponse\u00a0: ${credit}.`,
    credit: (address, publisher, rights) => `De <${address}>, ${publisher}, ${rights}.`,
    under: (licence, address) => `sous ${licence} <${address}>`,
    allRightsReserved: 'tous droits réservés',
  },
  pictures: {
    description: 'Graphiques, chronologies et cartes, dessinés d’après les mêmes faits que les textes.',
    many: (many) => count(many, { one: '# image', other: '# images' }),
    asTable: 'La même chose en tableau',
    places: 'Lieux sur la carte',
    zero: (unit) => `0 ${unit}`,
    divide: (day, title) => `${day}\u00a0: ${title}`,
    belowDivide: 'Sous cette ligne\u00a0: ce qui a été compté plus tard',
    timeUnknown: 'Durant ces heures, à une heure inconnue\u00a0:',
    night: (from, until) => `En gris\u00a0: la nuit, de ${from} à ${until}`,
    members: (alliance, day, states, missing) =>
      `${alliance}, ${day}\u00a0: ${count(states, { one: '# État', other: '# États' })}` +
      (missing && `\u00a0; hors de la carte\u00a0: ${missing}`),
    joined: (year, states) => `Entrée en ${year}\u00a0: ${states}`,
    oldBorder: (day) => `Là où les membres du ${day} touchent ceux qui sont entrés plus tard`,
    disputed: (land, text) => `${land}\u00a0: ${text}`,
    span: (what, from, until) => {
      const years = until === undefined ? `depuis ${from}` : from === until ? from : `${from}–${until}`;
      return what === undefined ? years : `${what}, ${years}`;
    },
    otherStrands: 'Autres',
    severalEvents: (events, start, end) => `${count(events, EVENTS)}, ${start === end ? start : `${start} – ${end}`}`,
    eventOn: (title, day) => `${followed(title, ',')} ${day}`,
    table: {
      date: 'Date',
      figure: 'Nombre',
      counter: 'Qui a compté',
      counted: 'Ce qui est compté',
      source: 'Source',
      when: 'Quand',
      what: 'Ce qui s’est passé',
      joined: (alliance) => `Entrée\u00a0: ${alliance}`,
      states: 'États',
      place: 'Lieu',
      whatThere: 'Ce qui s’y est passé',
      row: 'Quoi',
      state: 'Situation',
      from: 'De',
      until: 'À',
      partly: (state) => (state ? `${state} (en partie)` : 'en partie'),
      event: 'Événement',
      demand: 'Demande',
      answer: (word, by) => (by.length > 0 ? `${word} (${by.join(', ')})` : word),
      figureOf: (figure, nature) => `${figure} (${nature})`,
    },
  },
};
