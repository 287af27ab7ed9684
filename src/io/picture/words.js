// SPDX-License-Identifier: BSL-1.0
// The page's words in English and French. Keys that are words of the dossier format (statuses, flags, fields) stand as they are there.
const words = {
  en: {
    lanes: "Lanes", party: "Party", venue: "Venue", series: "Series", topic: "Topic", none: "None", search: "Search",
    searchHint: "words, or party:… venue:… status:… during:2025-02 undated", found: "{0} of {1} events", events: "{0} events", event1: "1 event",
    asOf: "as of {0}", allKnown: "all that is known", fit: "Show all", zoomIn: "Zoom in", zoomOut: "Zoom out", theme: "Light or dark", print: "Print",
    copyLink: "Link to this view", copied: "The link is in the address bar, and on the clipboard.", undatedShelf: "Without a date", others: "Others",
    knowledge: "What was known on", knowledgeNow: "All that is known", changedSince: "New since", changedOn: "New on that day", nothingChanged: "Nothing that is shown changed.", firstHeard: "first heard of",
    gone: "no longer known", notYet: "Nobody had heard of it on that day.", earlierDay: "Earlier day", laterDay: "Later day", leftOut: "{0} more days of change are left out of this page.",
    table: "The same as a table", rows: "{0} to {1} of {2}", previous: "Previous", next: "Next", when: "When", event: "Event", parties: "Parties",
    venues: "Venue", status: "Status", select: "Select an event to see what is known about it, who says so, and why it stands where it stands.",
    close: "Close", kind: "Kind", modes: "How", seriesRound: "{0}, round {1}", topics: "Topics", note: "Note", sources: "Sources", says: "says",
    denies: "denies", deniesAll: "denies the event", cites: "citing {0}", published: "published {0}", said: "said {0}", rank: "rank: {0}",
    relations: "Relations", place: "Its place in the order", history: "What was known when", why: "Why",
    notBefore: "Not before {0}", startsBy: "Starts by {0}", notOverBefore: "Not over before {0}", overBy: "Over by {0}", because: "because",
    noEarliest: "Nothing says how early it may be.", noLatest: "Nothing says how late it may be.", moreStatements: "and {0} more in between",
    whyLastOnly: "Reasons are given for the newest day only.",
    certain_relation: "for certain, by a relation", certain_limits: "for certain, by dates and limits", conventional: "by convention only",
    standsAfter: "After “{0}”: {1}.", standsBefore: "Before “{0}”: {1}.", contradiction: "It can’t all be true", dispute: "Sources disagree",
    id: "Id", noDate: "no date", from: "from {0}", until: "until {0}", between: "between {0} and {1}", expectedIn: "expected {0}", dated: "is dated {0}", declared: "the dossier itself", by: "By",
    somewhere: "at some time from {0} to {1}", onDay: "on {0}", duringText: "from {0} to {1}", goesOn: "from {0}, without an end", begunBefore: "until {0}, without a beginning",
    held: "held", isTheCase: "is the case", under_way: "under way", possible: "possible", proposed: "proposed", announced: "announced", scheduled: "scheduled",
    postponed: "put off", cancelled: "cancelled", lapsed: "lapsed", denied: "denied", noStatus: "status not given", planned: "planned", off: "off",
    solid: "certain", window: "at some time in it", expected: "expected", derived: "concluded", arrowCertain: "before, for certain",
    arrowLoose: "related, no order follows", arrowClash: "can’t hold with the rest", arrowOrder: "order by convention", connector: "the same event", legend: "Legend",
    undated: "undated", no_date_yet: "no date yet", date_unstated: "date not stated", never_dated: "never had a date", approximate: "approximate",
    uncertain: "uncertain", inferred: "date inferred", moved: "moved", overdue: "overdue", presumed: "presumed", maybe_known: "perhaps not known yet",
    disputed: "disputed", denied_by_some: "denied by some", unconfirmed: "unconfirmed", contradictory: "contradictory", date_put_off: "date put off",
    in_person: "in person", telephone: "by telephone", video: "by video", written: "in writing", keyboard: "Keyboard",
    keyboardHelp: "Left and right: previous and next event. Shift with left and right, or up and down: move. + and −: zoom. 0: all. Home and End: first and last event. Enter: details. / : search. [ and ]: day of knowledge. Escape: let go.",
    canvasLabel: "Picture of {0} events. Arrow keys go from event to event; the table below says the same.", badQuery: "That can’t be read: {0}",
    unknownWord: "there is no “{0}”", bar: "{0} events from {1} to {2} ({3}); click to open", highest: "highest: {0}", offOrUnknown: "off or not given", empty: "No events", nothingFound: "Nothing is found.",
    before: "before", after: "after", meets: "meets", met_by: "met by", overlaps: "overlaps", overlapped_by: "overlapped by", starts: "starts",
    started_by: "started by", during: "during", contains: "contains", finishes: "finishes", finished_by: "finished by", equals: "at the same time as",
    part_of: "part of", follows_up: "follows up", prepares: "prepares", realised_as: "became", maybe_same_as: "perhaps the same as", nextRound: "an earlier round than",
    scriptless: "This page draws with a script of its own, which this program doesn’t run.", language: "Français", earlier: "{0} earlier", later: "{0} later",
  },
  fr: {
    lanes: "Couloirs", party: "Partie", venue: "Lieu", series: "Série", topic: "Sujet", none: "Aucun", search: "Chercher",
    searchHint: "mots, ou party:… venue:… status:… during:2025-02 undated", found: "{0} événements sur {1}", events: "{0} événements", event1: "1 événement",
    asOf: "au {0}", allKnown: "tout ce qui est connu", fit: "Tout voir", zoomIn: "Agrandir", zoomOut: "Réduire", theme: "Clair ou sombre", print: "Imprimer",
    copyLink: "Lien vers cette vue", copied: "Le lien est dans la barre d’adresse et dans le presse-papiers.", undatedShelf: "Sans date", others: "Autres",
    knowledge: "Ce que l’on savait le", knowledgeNow: "Tout ce qui est connu", changedSince: "Nouveau depuis", changedOn: "Nouveau ce jour-là", nothingChanged: "Rien de ce qui est montré n’a changé.", firstHeard: "première mention",
    gone: "n’est plus connu", notYet: "Personne n’en avait entendu parler ce jour-là.", earlierDay: "Jour précédent", laterDay: "Jour suivant", leftOut: "{0} autres jours de changement ne sont pas dans cette page.",
    table: "La même chose en tableau", rows: "{0} à {1} sur {2}", previous: "Précédents", next: "Suivants", when: "Quand", event: "Événement", parties: "Parties",
    venues: "Lieu", status: "État", select: "Choisissez un événement pour voir ce que l’on en sait, qui le dit, et pourquoi il est à cette place.",
    close: "Fermer", kind: "Genre", modes: "Comment", seriesRound: "{0}, tour {1}", topics: "Sujets", note: "Note", sources: "Sources", says: "dit",
    denies: "dément", deniesAll: "dément l’événement", cites: "citant {0}", published: "publié {0}", said: "déclaré {0}", rank: "rang : {0}",
    relations: "Relations", place: "Sa place dans l’ordre", history: "Ce que l’on savait, et quand", why: "Pourquoi",
    notBefore: "Pas avant le {0}", startsBy: "Commence au plus tard le {0}", notOverBefore: "Ne s’achève pas avant le {0}", overBy: "S’achève au plus tard le {0}", because: "parce que",
    noEarliest: "Rien ne dit quand il est au plus tôt.", noLatest: "Rien ne dit quand il est au plus tard.", moreStatements: "et {0} autres entre les deux",
    whyLastOnly: "Les raisons ne sont données que pour le jour le plus récent.",
    certain_relation: "avec certitude, par une relation", certain_limits: "avec certitude, par les dates et les limites", conventional: "par convention seulement",
    standsAfter: "Après « {0} » : {1}.", standsBefore: "Avant « {0} » : {1}.", contradiction: "Tout ne peut pas être vrai", dispute: "Les sources divergent",
    id: "Identifiant", noDate: "sans date", from: "à partir du {0}", until: "jusqu’au {0}", between: "entre le {0} et le {1}", expectedIn: "attendu {0}", dated: "est daté de {0}", declared: "le dossier lui-même", by: "Par",
    somewhere: "à un moment du {0} au {1}", onDay: "le {0}", duringText: "du {0} au {1}", goesOn: "depuis le {0}, sans fin", begunBefore: "jusqu’au {0}, sans commencement",
    held: "tenu", isTheCase: "a lieu", under_way: "en cours", possible: "possible", proposed: "proposé", announced: "annoncé", scheduled: "prévu",
    postponed: "reporté", cancelled: "annulé", lapsed: "caduc", denied: "démenti", noStatus: "état non précisé", planned: "prévu", off: "n’a pas lieu",
    solid: "certain", window: "à un moment dedans", expected: "attendu", derived: "déduit", arrowCertain: "avant, avec certitude",
    arrowLoose: "lien dont ne suit aucun ordre", arrowClash: "incompatible avec le reste", arrowOrder: "ordre de convention", connector: "le même événement", legend: "Légende",
    undated: "sans date", no_date_yet: "pas encore de date", date_unstated: "date non précisée", never_dated: "n’a jamais eu de date", approximate: "approximatif",
    uncertain: "incertain", inferred: "date déduite", moved: "déplacé", overdue: "en retard", presumed: "présumé", maybe_known: "peut-être pas encore connu",
    disputed: "contesté", denied_by_some: "démenti par certains", unconfirmed: "non confirmé", contradictory: "contradictoire", date_put_off: "date reportée",
    in_person: "en personne", telephone: "par téléphone", video: "par visioconférence", written: "par écrit", keyboard: "Clavier",
    keyboardHelp: "Gauche et droite : événement précédent ou suivant. Maj avec gauche et droite, ou haut et bas : déplacer. + et − : échelle. 0 : tout. Début et Fin : premier et dernier événement. Entrée : détails. / : chercher. [ et ] : jour. Échap : relâcher.",
    canvasLabel: "Image de {0} événements. Les flèches vont d’un événement à l’autre ; le tableau plus bas dit la même chose.", badQuery: "Illisible : {0}",
    unknownWord: "« {0} » n’existe pas", bar: "{0} événements du {1} au {2} ({3}) ; cliquer pour ouvrir", highest: "maximum : {0}", offOrUnknown: "n’a pas lieu ou non précisé", empty: "Aucun événement", nothingFound: "Rien ne correspond.",
    before: "avant", after: "après", meets: "touche", met_by: "touché par", overlaps: "chevauche", overlapped_by: "chevauché par", starts: "commence",
    started_by: "commencé par", during: "pendant", contains: "contient", finishes: "termine", finished_by: "terminé par", equals: "en même temps que",
    part_of: "partie de", follows_up: "suite de", prepares: "prépare", realised_as: "est devenu", maybe_same_as: "peut-être le même que", nextRound: "tour antérieur à",
    scriptless: "Cette page se dessine par un script qu’elle contient et que ce programme n’exécute pas.", language: "English", earlier: "{0} avant", later: "{0} après",
  },
};
let lang = "en";
function numberText(n) { return typeof n === "number" ? n.toLocaleString(lang === "fr" ? "fr-FR" : "en-GB") : String(n); }
function say(key, ...values) {
  const text = words[lang][key] ?? words.en[key] ?? String(key).replaceAll("_", " ");
  return text.replace(/\{(\d)\}/g, (_, n) => numberText(values[n]));
}
// A text of the dossier: one for both languages, or one each.
function text(t) {
  return typeof t === "string" ? t : t[lang === "fr" ? 1 : 0];
}
