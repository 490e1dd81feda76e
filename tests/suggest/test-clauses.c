/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "marked.h"
#include "quo-suggestions.h"

/* What is proposed as a quote in each language: ⟦ ⟧ round the parts of all quotes, in text order,
 * ⟪ ⟫ round the cue of the first. */

typedef struct
{
  const char *name, *language, *source, *form, *speaker;
} Case;

static const Case cases[] = {
  { "es/infinitive", "es",
    "El alcalde Julián Ortega ⟪prometió⟫ ⟦bajar el precio del billete en otoño⟧.", "indirect",
    "Julián Ortega" },
  { "ru/share", "ru", "⟦За год квартиры в городе подорожали на 18%⟧, ⟪сообщила⟫ Эльмира Саттарова.",
    "indirect", "Эльмира Саттарова" },
  { "en/headline-dash", "en",
    "⟦Russia is ready for talks⟧ — Lavrov\n\n⟦The ministry is open⟧, said Sergey Lavrov.",
    "indirect", "Lavrov" },
  { "en/headline-colon", "en", "Mayor: ⟦The bridge will open by June⟧\n\nThe bridge was shut.",
    "indirect", "Mayor" },
  { "en/headline-title", "en", "⟦The bridge will open by June⟧ — CIS police chief\n\nIt was shut.",
    "indirect", "CIS police chief" },
  { "en/headline-text", "en",
    "Reports: ⟦‘Streamlined’ rules to replace interviews for five nations⟧\n\nForms were sent.",
    "mixed", "Reports" },
  { "en/headline-text-in-marks", "en",
    "Study: ⟦‘We are sleeping less than ever before’⟧\n\nForms were sent.", "direct", "Study" },
  { "en/headline-of-topic", "en",
    "Football: Bayern win again in Berlin\n\nThe team won as it had to.\n", NULL, NULL },
  { "en/according-with-another-verb", "en",
    "⟪According to⟫ the minister, ⟦the government will respond to the report next week⟧.",
    "indirect", "the minister" },
  { "en/according-with-infinitive", "en",
    "⟪According to⟫ the minister, ⟦the meeting will discuss measures to counter tax fraud⟧.",
    "indirect", "the minister" },
  { "en/source-with-relative", "en",
    "⟦The talks were "
    "\"productive,\"⟧ ⟪according to⟫ an official who asked not to be named.",
    "mixed", "an official" },
  { "en/when-asked", "en", "⟦“I don’t think so,”⟧ Lee ⟪replied⟫ when asked if he would run.",
    "direct", "Lee" },
  { "en/urged-not-to", "en", "Police ⟪urged⟫ the public ⟦not to approach the bird⟧.", "indirect",
    "Police" },
  { "en/another-says-which", "en",
    "The ministry ⟪said⟫ ⟦it had no plans to change the method⟧, which a review found to be sound.",
    "indirect", "The ministry" },
  { "en/says-a-name", "en", "The charge sheet ⟪says⟫ ⟦Mr. Kline wired the money to Malta⟧.",
    "indirect", "The charge sheet" },
  { "en/told-a-paper-on-a-day", "en", "Cole ⟪told⟫ Fox News on Sunday ⟦the deal was dead⟧.",
    "indirect", "Cole" },
  { "en/said-a-day-the", "en", "The ministry ⟪said⟫ Tuesday ⟦the plan would go ahead⟧.", "indirect",
    "The ministry" },
  { "en/apposed-behind-a-clause", "en",
    "⟦The deal is “dead on arrival”⟧, Senator Cole, a Republican from Ohio, ⟪told⟫ Fox News.",
    "mixed", "Senator Cole" },
  { "en/relative-behind-marks", "en",
    "⟦“We are not for sale,”⟧ Karen Mills, who has run it since 2004 and lives there, ⟪told⟫ The "
    "Echo.",
    "direct", "Karen Mills" },
  { "en/office-behind-the-verb", "en",
    "⟦The dam is safe⟧, ⟪insisted⟫ Paul Ng, the chief engineer of the water agency.", "indirect",
    "Paul Ng" },
  { "en/according-to-without-a-comma", "en",
    "⟪According to⟫ Rathbun ⟦the hull was sound when it left the yard⟧.", "indirect", "Rathbun" },
  { "en/according-to-a-long-office", "en",
    "⟪According to⟫ Nadia Petrov, a professor of law at the university of Leeds, ⟦the ruling will "
    "be "
    "hard to overturn⟧.",
    "indirect", "Nadia Petrov" },
  { "en/was-asked-whether", "en", "The spokesman was asked whether the bridge would be closed.",
    NULL, NULL },
  { "en/declined-to-say", "en", "The company declined to say what it had paid for the land.", NULL,
    NULL },
  { "en/refused-to-comment", "en", "Ms Okafor refused to comment on whether the talks had failed.",
    NULL, NULL },
  { "en/would-not-say", "en", "The airline would not immediately say how many had been on board.",
    NULL, NULL },
  { "en/did-not-respond-when", "en", "The agency did not respond when asked if they were right.",
    NULL, NULL },
  { "en/laughed-when", "en", "Okafor laughed when that was repeated to him.", NULL, NULL },
  { "en/was-denied", "en",
    "The team was initially denied visas, but Ambassador Mohib ⟪says⟫ ⟦there were concerns they "
    "would stay⟧.",
    "indirect", "Ambassador Mohib" },
  { "en/row-of-names", "en", "Harlow ⟪called⟫ the plan ⟦“brave”⟧, ⟦“bold”⟧ and ⟦“new”⟧.", "direct",
    "Harlow" },
  { "en/criticised-as", "en", "Mr. Webb ⟪criticised⟫ the bill as ⟦“a gift to landlords”⟧.",
    "direct", "Mr. Webb" },
  { "en/somebody-s-call-as", "en",
    "The ministry rejected the union's ⟪call⟫ for ⟦a national strike⟧ as “premature”.", "indirect",
    "the union's" },
  { "en/somebody-s-call-and-its-verb", "en",
    "Ida Lund's ⟪call⟫ for ⟦a free ferry until the bridge reopens⟧ won support from all sides.",
    "indirect", "Ida Lund" },
  { "en/described-by", "en", "The deal was ⟪described⟫ by Senator Cole as ⟦“a betrayal”⟧.",
    "direct", "Senator Cole" },
  { "en/which-they-call", "en",
    "The deal, which critics have ⟪called⟫ ⟦“a betrayal”⟧, goes to a vote on Thursday.", "direct",
    "critics" },
  { "en/quoted-by-a-paper", "en",
    "Senator Cole was quoted by Fox News as ⟪saying⟫ ⟦the deal was “dead”⟧.", "mixed",
    "Senator Cole" },
  { "en/quoted-as-saying", "en",
    "State media ⟪quoted⟫ the general as saying ⟦that the border was “quiet”⟧.", "mixed",
    "the general" },
  { "en/asked-between-commas", "en",
    "Mr. Ochoa, asked whether he regretted his vote, smiled at the cameras.", NULL, NULL },
  { "en/with-a-name-behind-a-colon", "en",
    "She ⟪said⟫ ⟦managers had a name for the beds⟧: “ghosts”.", "indirect", "She" },
  { "en/a-claim-that-another-denied", "en",
    "Hamas ⟪said⟫ ⟦it had agreed to the truce⟧, a claim that Israel denied.", "indirect", "Hamas" },
  { "en/a-ruling-that-was", "en",
    "The judge wrote in a 40-page ruling that was made public on Monday.", NULL, NULL },
  { "en/said-according-to-a-report", "en",
    "⟦“We are done here,”⟧ Smith ⟪said⟫, according to a police report.", "direct", "Smith" },
  { "en/led-over-a-relative", "en",
    "A deckhand who has worked there for nine years ⟪said⟫ ⟦the fault was no surprise⟧.",
    "indirect", "A deckhand" },
  { "en/adding-of-the-one-before", "en",
    "⟦No one was hurt in the fire⟧, Strait Lines ⟪said⟫ in a statement, adding ⟦that an inquiry "
    "had begun⟧.",
    "indirect", "Strait Lines" },
  { "en/called-while-another-vows", "en",
    "The Sierra Guard ⟪described⟫ her as ⟦“the industry's chosen broker,”⟧ while the Desert "
    "Alliance said "
    "⟦it would sue⟧.",
    "direct", "Sierra Guard" },
  { "en/hailed-by-both", "en", "The deal has been ⟪hailed⟫ as ⟦“historic”⟧ by both governments.",
    "direct", "both governments" },
  { "en/a-paper-quotes-a-name", "en",
    "⟦“The deal is dead,”⟧ Fox News ⟪quoted⟫ Senator Cole as saying.", "direct", "Senator Cole" },
  { "en/with-a-single-word", "en", "Mr. Doyle ⟪replied⟫ with a single word: ⟦“Sure.”⟧", "direct",
    "Mr. Doyle" },
  { "ar/another-says", "ar",
    "⟪شددت⟫ وزارة الداخلية على ⟦أن كل الإمكانات مسخرة لإغاثة المتضررين⟧، بينما لفت خبير المياه إلى "
    "⟦أن السدود لم تتم صيانتها منذ عقد⟧.",
    "indirect", "وزارة الداخلية" },
  { "en/that", "en", "The minister ⟪said⟫ ⟦that the government would not raise taxes next year⟧.",
    "indirect", "The minister" },
  { "en/apposed-from-a-place", "en",
    "The two men, both from Leeds, ⟪said⟫ ⟦they had done nothing wrong⟧.", "indirect",
    "The two men" },
  { "en/apposed-party", "en",
    "The senator, a Republican from Utah, ⟪told⟫ CNN ⟦the bill was dead⟧.", "indirect",
    "The senator" },
  { "en/apposed-nurse", "en", "His wife, a nurse from Utah, ⟪said⟫ ⟦the bill was dead⟧.",
    "indirect", "His wife" },
  { "en/spokesman-of-a-titled-one", "en", "President Cole's aide ⟪said⟫ ⟦the deal was dead⟧.",
    "indirect", "President Cole's aide" },
  { "en/apposed-title", "en",
    "The judge, Mr Justice Penhale, ⟪reminded⟫ the jury ⟦that the case had taken five weeks⟧.",
    "indirect", "Mr Justice Penhale" },
  { "en/text-with-a-participle", "en",
    "The plan, first reported by the Guardian, ⟪says⟫ ⟦that demand fell by a third⟧.", "indirect",
    "The plan" },
  { "es/apposed-name", "es",
    "Su directora, Carla Bianchi, ⟪confesó⟫ ⟦que esperaba vender cien ejemplares⟧.", "indirect",
    "Carla Bianchi" },
  { "en/at-least", "en", "The sheriff ⟪said⟫ ⟦at least 14 people were missing⟧.", "indirect",
    "The sheriff" },
  { "en/about-half", "en", "It ⟪said⟫ ⟦about half were nurses⟧.", "indirect", "It" },
  { "en/as-many-as", "en", "Rescuers ⟪said⟫ ⟦as many as 20 hikers were trapped⟧.", "indirect",
    "Rescuers" },
  { "en/hundreds-of", "en", "Police ⟪said⟫ ⟦hundreds of homes had no power⟧.", "indirect",
    "Police" },
  { "en/said-about-the-plan", "en", "What they said about the plan was not written down.", NULL,
    NULL },
  { "en/told-parliament-the", "en", "He ⟪told⟫ parliament ⟦the figures had been mixed up⟧.",
    "indirect", "He" },
  { "en/told-lawmakers-more", "en", "The minister ⟪told⟫ lawmakers ⟦more money was needed⟧.",
    "indirect", "The minister" },
  { "en/has-repeatedly-said", "en", "The minister has repeatedly ⟪said⟫ ⟦there will be no return⟧.",
    "indirect", "The minister" },
  { "en/have-already-said", "en", "Critics have already ⟪said⟫ ⟦that the plan is flawed⟧.",
    "indirect", "Critics" },
  { "en/publicly-denied", "en", "The company publicly ⟪denied⟫ ⟦that it had dumped waste⟧.",
    "indirect", "The company" },
  { "en/said-privately-they", "en", "Two men ⟪said⟫ privately ⟦they doubted the plan would work⟧.",
    "indirect", "Two men" },
  { "en/said-they-want", "en", "Both sides ⟪said⟫ ⟦they want a deal⟧.", "indirect", "Both sides" },
  { "en/said-the-man-fell", "en", "Police ⟪said⟫ ⟦the man fell⟧.", "indirect", "Police" },
  { "en/said-nobody-knew", "en", "He ⟪said⟫ ⟦nobody knew about it⟧.", "indirect", "He" },
  { "en/said-nothing", "en", "He said nothing about the plan agreed in May.", NULL, NULL },
  { "en/claiming-asylum", "en", "The law bans them from claiming asylum in camps opened in May.",
    NULL, NULL },
  { "en/asked-not-to-be-named", "en",
    "But an officer, who asked not to be named, ⟪said⟫ in an email ⟦that the plan was “dead”⟧.",
    "mixed", "an officer" },
  { "en/asked-not-to", "en", "An officer asked not to be named because talks go on.", NULL, NULL },
  { "en/told-reporters-he", "en", "The mayor ⟪told⟫ reporters ⟦he feared for the market⟧.",
    "indirect", "The mayor" },
  { "en/said-he-marks", "en", "Pena ⟪said⟫ ⟦he “understood the anger”⟧.", "mixed", "Pena" },
  { "en/vowed-on-a-day-to", "en",
    "Dockers ⟪vowed⟫ on Thursday ⟦to stay out if the port keeps its rules⟧.", "indirect",
    "Dockers" },
  { "en/told-the-paper-the", "en",
    "A spokesman for the port ⟪told⟫ the BBC ⟦the delay was “regrettable”⟧.", "mixed",
    "A spokesman" },
  { "en/told-the-head-of", "en", "He ⟪told⟫ the head of the union ⟦the plan was off⟧.", "indirect",
    "He" },
  { "en/told-a-court-in", "en", "She ⟪told⟫ a court in Leeds ⟦the driver sped off⟧.", "indirect",
    "She" },
  { "en/told-us-the", "en", "She ⟪told⟫ us ⟦the road was closed⟧.", "indirect", "She" },
  { "en/told-her-the", "en", "Ann Lee ⟪told⟫ her ⟦the office would close⟧.", "indirect",
    "Ann Lee" },
  { "en/told-the-paper-prices", "en", "Mr Hale ⟪told⟫ the BBC ⟦prices had risen again⟧.",
    "indirect", "Mr Hale" },
  { "en/told-a-story", "en", "He told the children the story of a fox that had lost its tail.",
    NULL, NULL },
  { "en/told-a-lie", "en", "He told them a lie and left the room without a word.", NULL, NULL },
  { "en/warned-prices-would", "en", "The bank ⟪warned⟫ ⟦prices would rise before the summer⟧.",
    "indirect", "The bank" },
  { "en/said-last", "en",
    "⟦The agreement will intensify cooperation among special services⟧, Novikov ⟪said⟫ on Monday.",
    "indirect", "Novikov" },
  { "en/according-to", "en",
    "⟪According to⟫ Omar Haddad, ⟦the bridge will open in May after long delays⟧.", "indirect",
    "Omar Haddad" },
  { "en/according-to-somebody-who", "en",
    "⟪According to⟫ Omar Haddad, a baker who crosses it twice a day, ⟦the ferry is always late⟧.",
    "indirect", "Omar Haddad" },
  { "en/according-to-somebody-named", "en",
    "⟦The vote does not kill the project⟧, ⟪according to⟫ the governor's chief of staff, Anita "
    "Roh, "
    "who has run her office since May.",
    "indirect", NULL },
  { "en/relative-that", "en", "The council ⟪said⟫ ⟦the plan relied on a toll that nobody pays⟧.",
    "indirect", "The council" },
  { "en/with-another-saying", "en",
    "Officials ⟪say⟫ ⟦every claim will be heard this year⟧, with one paper reporting ⟦no one will "
    "be refused⟧.",
    "indirect", "Officials" },
  { "en/called-for", "en",
    "Relatives of the crew ⟪called⟫ for ⟦the company's chief executive to resign⟧.", "indirect",
    "Relatives" },
  { "en/somebody-s-call", "en", "Ida Lund's ⟪call⟫ for ⟦a free ferry until the bridge reopens⟧.",
    "indirect", "Ida Lund" },
  { "en/calls-without-a-subject", "en",
    "The report has prompted calls for all edible salt to be iodised.", NULL, NULL },
  { "de/somebody-s-demand", "de",
    "Die ⟪Forderung⟫ des Fördervereins, ⟦das Bad in eine Genossenschaft zu überführen⟧, fand kein "
    "Gehör.",
    "indirect", "des Fördervereins" },
  { "de/nobody-s-demand", "de",
    "Der Vorschlag, dem Defizit mit Umschulungen zu begegnen, fiel durch.", NULL, NULL },
  { "cs/somebody-s-demand", "cs",
    "⟪Výzva⟫ petičního výboru, ⟦aby kraj postavil provizorní lávku⟧, měla ohlas.", "indirect",
    "petičního výboru" },
  { "ru/addressee-and-infinitive", "ru",
    "Губернатор Тимур Гарипов ⟪призвал⟫ жителей ⟦не поддаваться панике⟧.", "indirect",
    "Губернатор Тимур Гарипов" },
  { "ar/called-for", "ar", "⟪دعت⟫ المنظمة يوم الثلاثاء إلى ⟦وقف فوري لإطلاق النار في الإقليم⟧.",
    "indirect", "المنظمة" },
  { "ar/demanded", "ar", "⟪طالبت⟫ أحزاب المعارضة ⟦بتشكيل لجنة تحقيق مستقلة⟧.", "indirect",
    "أحزاب المعارضة" },
  { "ar/somebody-s-call", "ar", "⟪دعوة⟫ الاتحاد الأفريقي إلى ⟦عقد قمة طارئة في العاصمة⟧.",
    "indirect", "الاتحاد الأفريقي" },
  { "es/according-to-somebody-named-last", "es",
    "⟦Hace medio siglo eran trescientos⟧, ⟪según⟫ el cronista local, Fermín Albares.", "indirect",
    NULL },
  { "cs/title-of-a-noun", "cs",
    "⟪Podle⟫ mluvčí policie Renaty Vackové ⟦zřícení mostu nikdo nezavinil⟧.", "indirect", NULL },
  { "en/warned-of-marks", "en", "The union ⟪warned⟫ of “⟦empty shelves by Friday⟧”.", "mixed",
    "The union" },
  { "ru/infinitive", "ru", "Губернатор Артём Лощинин ⟪потребовал⟫ ⟦уволить начальника смены⟧.",
    "indirect", "Губернатор Артём Лощинин" },
  { "cs/infinitive", "cs", "Klimatolog Radim Šebek ⟪radí⟫ ⟦sázet odolnější odrůdy⟧.", "indirect",
    "Klimatolog Radim Šebek" },
  { "ru/weak-last", "ru", "⟦Запуск линии возможен не раньше конца октября⟧, ⟪считает⟫ Саяпин.",
    "indirect", "Саяпин" },
  { "cs/body", "cs", "⟪Podle⟫ Agrární komory ⟦zničil mráz devět desetin úrody⟧.", "indirect",
    "Agrární komory" },
  { "de/in-a-paper", "de",
    "⟦Schon 2016 habe ein Gutachter Risse dokumentiert⟧, ⟪heißt es⟫ in einem Papier der Grünen, "
    "das "
    "der Redaktion vorliegt.",
    "indirect", NULL },
  { "es/nobody-between", "es", "⟦Los técnicos de la presa⟧, ⟪añadió⟫, ⟦trabajarán día y noche⟧.",
    "indirect", NULL },
  { "en/told-the-police", "en", "He ⟪told⟫ the police, “⟦everything I did was an accident⟧”.",
    "direct", "He" },
  { "en/believes", "en", "The group ⟪believes⟫ ⟦the beetles used their shine to cool themselves⟧.",
    "indirect", "The group" },
  { "en/and-said", "en",
    "Yvette Carter ⟪said⟫ ⟦her party had backed the idea “for months”⟧, and said ⟦it was “damning "
    "that nobody had acted” after the party “recommended it two years ago”⟧.",
    "mixed", "Yvette Carter" },
  { "en/in-a-statement-it", "en",
    "Kestrel Harbor Bank ⟪said⟫ in a statement ⟦it had changed its procedures⟧.", "indirect",
    "Kestrel Harbor Bank" },
  { "en/told-the-court-she", "en", "Ms Rowe ⟪told⟫ the court ⟦she had never seen the letter⟧.",
    "indirect", "Ms Rowe" },
  { "en/most-of-them", "en",
    "Its president, Ruth Maddox, ⟪says⟫ ⟦most squares lie on land that was never farmed⟧.",
    "indirect", "Ruth Maddox" },
  { "en/marks-in-a-relative-clause", "en",
    "Dame Julia Rowe, who wrote a review called “Move Slow”, ⟪said⟫ ⟦the letters were awful⟧.",
    "indirect", "Dame Julia Rowe" },
  { "en/when-behind-a-comma", "en",
    "Benveniste began here in 1994, when the pile was burned once a year.", NULL, NULL },
  { "en/who-behind-a-noun", "en",
    "Neighbors on the street remembered a quiet man who fixed bicycles for children.", NULL, NULL },
  { "cs/noun-with-relative", "cs",
    "Petice, kterou podepsalo na tři tisíce lidí, ⟪žádá⟫, ⟦aby kraj rozhodnutí odložil⟧.",
    "indirect", NULL },
  { "cs/fronted", "cs", "⟦Chybu⟧ ⟪podle ní⟫ ⟦udělal dodavatel betonu⟧.", "indirect", NULL },
  { "cs/fronted-before-two-words", "cs", "⟦Vlci⟧ ⟪podle něj⟫ ⟦lesu prospívají⟧.", "indirect",
    NULL },
  { "cs/not-fronted", "cs", "Přesto ⟪podle ní⟫ ⟦chybu udělal dodavatel betonu⟧.", "indirect",
    NULL },
  { "en/message-that-was", "en",
    "Omar Haddad ⟪answered⟫ him with a message that was passed on: “⟦You can be late, too⟧.”",
    "direct", "Omar Haddad" },
  { "en/mixed", "en", "The mayor ⟪said⟫ ⟦that the bridge was “not safe” and would be closed⟧.",
    "mixed", "The mayor" },
  { "en/marks", "en", "“⟦We will wait no longer⟧,” ⟪said⟫ Omar Haddad.", "direct", "Omar Haddad" },
  { "en/as", "en", "As Omar Haddad ⟪said⟫ on Monday, ⟦the bridge will stay closed for weeks⟧.",
    "indirect", "Omar Haddad" },
  { "en/addressee", "en",
    "Omar Haddad ⟪told⟫ The Coast Courier, “⟦We will wait no longer for it⟧.”", "direct",
    "Omar Haddad" },
  { "en/addressee-between", "en",
    "“⟦We promised this town a bridge⟧,” she ⟪told⟫ a packed meeting at the Seamen’s Hall, “⟦and "
    "you will walk across it⟧.”",
    "direct", "she" },
  { "en/noun-phrase", "en",
    "The council ⟪said⟫ ⟦that it would offer her the old signal house, which makes a café⟧.",
    "indirect", "The council" },
  { "en/own-source", "en", "⟪According to her⟫, ⟦the bridge will open in May after all⟧.",
    "indirect", NULL },
  { "en/number", "en", "The report ⟪said⟫ ⟦that 45,756 people had crossed the river last year⟧.",
    "indirect", "The report" },
  { "en/apposition", "en",
    "Emily Lau, the head of the party, ⟪said⟫ on Monday ⟦that the vote would be held in May⟧.",
    "indirect", "Emily Lau" },
  { "en/noun", "en", "⟦Envoys of all the CIS states have arrived at the conference⟧, he ⟪said⟫.",
    "indirect", "he" },
  { "en/initials", "en", "“⟦We will wait no longer⟧,” ⟪said⟫ J.T. Rourke, who runs the shop.",
    "direct", "J.T. Rourke" },
  { "en/place-first", "en", "In Paris, Anna Roy ⟪said⟫ ⟦that the talks would go on for days⟧.",
    "indirect", "Anna Roy" },
  { "en/counted", "en", "“⟦It is going to be rough⟧,” one forecaster ⟪said⟫.", "direct",
    "one forecaster" },
  { "en/dateline", "en",
    "PARIS — ⟦The bridge will open to walkers before the summer⟧, Mayor Ida Lund ⟪said⟫.",
    "indirect", "Mayor Ida Lund" },
  { "en/dateline-direct", "en",
    "HALDEN FERRY — “⟦We open before the summer, and that is a promise⟧,” the mayor ⟪said⟫.",
    "direct", "the mayor" },
  { "en/agency", "en",
    "LONDON, 5 May (Reuters) - ⟦Talks will go on in the coming weeks⟧, Ida Lund ⟪said⟫ on Monday.",
    "indirect", "Ida Lund" },
  { "de/after-it", "de",
    "Das teilte die Behörde am Donnerstag mit, nachdem mehr als 6000 Menschen gegen den Plan "
    "unterschrieben hatten.",
    NULL, NULL },
  { "de/agency", "de",
    "Rostock (dpa) – ⟦Die Brücke werde im Mai geöffnet⟧, ⟪sagte⟫ Ida Lund am Montag.", "indirect",
    "Ida Lund" },
  { "en/no-dateline", "en",
    "⟦NATO will keep its troops - all of them - in place⟧, Ida Lund ⟪said⟫.", "indirect",
    "Ida Lund" },
  { "en/unlisted", "en", "“⟦We are late, and it is your fault⟧,” ⟪croaked⟫ Ida Lund.", "direct",
    "Ida Lund" },
  { "en/unlisted-pronoun", "en", "“⟦We are late, and it is your fault⟧,” she ⟪croaked⟫.", "direct",
    "she" },
  { "cs/unlisted", "cs", "„⟦Letos tu nezastaví ani cyklista⟧,“ ⟪durdí⟫ se Jarmila Koudelková.",
    "direct", "Jarmila Koudelková" },
  { "ru/unlisted", "ru", "«⟦Тут люди рыбой живут, а не рачками⟧», — ⟪брякнул⟫ Юхо Пеккарайнен.",
    "direct", "Юхо Пеккарайнен" },
  { "ru/unlisted-inside", "ru", "«⟦Мы их на наживку брали⟧, — ⟪брякнул⟫ он, — ⟦хорошо окунь шёл⟧».",
    "direct", "он" },
  { "en/title-no-verb", "en", "The film “Last Boat Home”, starring Tom Hand, is on.", NULL, NULL },
  { "en/aside", "en",
    "⟦No one has been hurt⟧, the department's spokesman, Lee Harmon, ⟪said⟫, ⟦but three cabins "
    "were "
    "lost⟧.",
    "indirect", NULL },
  { "en/aside-first", "en",
    "Lydia Brand for Food Standards Australia, ⟪says⟫ ⟦they are looking at new guidelines⟧.",
    "indirect", NULL },
  { "en/plain-present", "en", "Vega ⟪said⟫ ⟦the closings affect about 11,000 students⟧.",
    "indirect", "Vega" },
  { "en/reason", "en", "Achebe ⟪thinks⟫ ⟦the real reason is the view of the sea⟧.", "indirect",
    "Achebe" },
  { "en/source-last", "en",
    "⟦The fire has burned more than 9,000 acres⟧, ⟪according to⟫ the state forestry department.",
    "indirect", "the state forestry department" },
  { "en/adding", "en",
    "Vega ⟪said⟫ ⟦the schools would stay closed⟧, adding ⟦that the buses would run⟧.", "indirect",
    "Vega" },
  { "es/source-aside", "es",
    "⟪En opinión de⟫ Elvira Montes, de la Universidad de Zaragoza, ⟦bastaría con reforzar la "
    "base⟧.",
    "indirect", "Elvira Montes" },
  { "es/calling", "es",
    "Rico ⟪negó⟫ ⟦que el cierre responda a motivos políticos⟧ y calificó las críticas de injustas.",
    "indirect", "Rico" },
  { "en/object", "en", "The governor declared a state of emergency late on Thursday.", NULL, NULL },
  { "en/stopword-subject", "en",
    "A spokesman ⟪said⟫ ⟦officials were looking at every option they had⟧.", "indirect",
    "A spokesman" },
  { "es/segun-verb", "es",
    "⟦El puente permanecerá cerrado al menos hasta la primavera⟧, según ⟪confirmó⟫ este martes el "
    "Ministerio de Fomento.",
    "indirect", "Ministerio de Fomento" },
  { "es/addressee", "es",
    "«⟦Es una obra de tres meses, no de tres años⟧», ⟪explicó⟫ a Efe la experta.", "direct",
    "la experta" },
  { "cs/relative-after", "cs",
    "„⟦Dva měsíce jsme nedostali výplatu⟧,“ ⟪potvrdil⟫ Jan Hlaváč, který nechtěl hrát.", "direct",
    "Jan Hlaváč" },
  { "ar/saying-of", "ar",
    "ونقلت صحيفة الملعب عن رئيس الاتحاد نبيل عيسى ⟪قوله⟫ ⟦إن الاتحاد سيقيم المشاركة⟧.", "indirect",
    "رئيس الاتحاد نبيل عيسى" },
  { "ar/aside", "ar",
    "⟪وقال⟫ بوعلام في المؤتمر ⟦إنه لن يستقيل قبل نهاية الموسم⟧، مضيفا ⟦أن الفريق سيواصل العمل كل "
    "يوم⟧.",
    "indirect", NULL },
  { "de/so-inside", "de",
    "⟦Entscheidend sei vor allem⟧, ⟪so⟫ der Wissenschaftler, ⟦wie viele Stunden die Pilze liefen⟧.",
    "indirect", "der Wissenschaftler" },
  { "en/title", "en", "She read “Great Expectations” on the train.", NULL, NULL },
  { "en/scare", "en", "The so-called “experts” left.", NULL, NULL },
  { "de/comma", "de", "Der Minister ⟪sagte⟫, ⟦er werde keine neuen Steuern einführen⟧.", "indirect",
    "Minister" },
  { "de/laut", "de", "⟪Laut⟫ Polizei ⟦brach das Feuer in der Küche aus⟧.", "indirect", "Polizei" },
  { "de/angaben", "de", "⟪Nach Angaben des⟫ Ministeriums ⟦wurden drei Menschen verletzt⟧.",
    "indirect", "Ministeriums" },
  { "de/so", "de", "⟦Die Lage sei ernst, aber nicht hoffnungslos⟧, ⟪so⟫ der Minister.", "indirect",
    "der Minister" },
  { "de/laut-no-source", "de", "Der Plan war schon laut geworden und wurde lange bekämpft.", NULL,
    NULL },
  { "de/two-commas", "de",
    "Der Minister ⟪sagte⟫ der Zeitung, ⟦er könne sich gut vorstellen, dass der Plan gelingt⟧.",
    "indirect", "Minister" },
  { "de/wie", "de", "Wie ein Sprecher ⟪mitteilte⟫, ⟦wird die Brücke im Mai geöffnet⟧.", "indirect",
    "Sprecher" },
  { "de/has-said", "de", "Uwe Brandt hat anlässlich der Eröffnung ⟪erklärt⟫: „⟦Wir warten noch⟧.“",
    "direct", "Uwe Brandt" },
  { "de/preposition-first", "de",
    "In einem Gespräch mit dem Sender ⟪sagte⟫ Karin Vogt: „⟦Wir warten nicht mehr lange⟧.“",
    "direct", "Karin Vogt" },
  { "ru/kak", "ru", "Как ⟪рассказал⟫ мэр города, ⟦власти помогут всем найти работу⟧.", "indirect",
    "мэр города" },
  { "ru/own-source", "ru", "⟪По его словам⟫, ⟦сокращать рабочих завод не будет⟧.", "indirect",
    NULL },
  { "ru/colon", "ru", "Мама ⟪сказала⟫: ⟦попробуй теперь повоюй на его месте⟧.", "indirect",
    "Мама" },
  { "cs/name-last", "cs",
    "⟦Dnes je den definitivního usmíření⟧, ⟪řekl⟫ včera v Berlíně ruský prezident Boris Kos.",
    "indirect", "Boris Kos" },
  { "cs/relative", "cs",
    "⟦Doufáme, že se most brzy otevře⟧, ⟪řekl⟫ nám ředitel Petr Kos, který stavbu řídil.",
    "indirect", "Petr Kos" },
  { "cs/adverb-first", "cs", "„⟦Soupeř hrál velmi špatně⟧,“ skromně ⟪poznamenal⟫ po zápase Kos.",
    "direct", "Kos" },
  { "uk/shcho", "uk", "Міністр ⟪заявив⟫, ⟦що уряд не підвищуватиме податки цього року⟧.",
    "indirect", "Міністр" },
  { "uk/za-slovamy", "uk", "⟪За словами⟫ міністра, ⟦переговори триватимуть до кінця тижня⟧.",
    "indirect", "міністра" },
  { "cs/jak", "cs", "Jak ⟪uvedl⟫ mluvčí kraje, ⟦nemocnice se v červnu uzavře⟧.", "indirect",
    "mluvčí kraje" },
  { "fr/comme", "fr", "Comme l’a ⟪expliqué⟫ le maire, ⟦les travaux dureront deux ans encore⟧.",
    "indirect", "le maire" },
  { "ru/chto", "ru", "Министр ⟪заявил⟫, ⟦что правительство не будет повышать налоги⟧.", "indirect",
    "Министр" },
  { "ru/po-slovam", "ru", "⟪По словам⟫ министра, ⟦переговоры продлятся до конца недели⟧.",
    "indirect", "министра" },
  { "ru/mixed", "ru", "Глава региона ⟪отметил⟫, ⟦что «ситуация остаётся сложной»⟧.", "mixed",
    NULL },
  { "fr/selon", "fr", "⟪Selon⟫ le maire, ⟦les travaux dureront deux ans⟧.", "indirect",
    "le maire" },
  { "es/que", "es", "El presidente ⟪dijo⟫ ⟦que no habrá nuevos impuestos este año⟧.", "indirect",
    "El presidente" },
  { "pt/que", "pt", "O ministro ⟪disse⟫ ⟦que não haverá novos impostos este ano⟧.", "indirect",
    "O ministro" },
  { "sv/att", "sv", "Statsministern ⟪sade⟫ ⟦att skatten inte ska höjas i år⟧.", "indirect",
    "Statsministern" },
  { "zh/comma", "zh", "外交部发言人⟪表示⟫，⟦中国将继续推动谈判⟧。", "indirect", NULL },
  { "cs/ze", "cs", "Premiér ⟪uvedl⟫, ⟦že vláda daně zvyšovat nebude⟧.", "indirect", "Premiér" },
  { "ru/noun-begins", "ru", "⟦Ремонт⟧, ⟪обещают⟫ чиновники, ⟦закончат к концу августа⟧.",
    "indirect", "чиновники" },
  { "ru/told-before", "ru",
    "⟦Огонь на складе в порту потушили ночью⟧. Об этом ТАСС ⟪сообщил⟫ Павел Чегодаев.", "indirect",
    "Павел Чегодаев" },
  { "cs/told-before", "cs",
    "⟦Při nehodě vlaku se nikdo nezranil⟧. ČTK to ⟪řekla⟫ mluvčí drah Jana Malá.", "indirect",
    "Jana Malá" },
  { "cs/source-within", "cs",
    "⟦Strojvedoucí jel podle vyšetřování pomalu⟧, ⟪uvedl⟫ inspektor Roman Hejduk.", "indirect",
    "Roman Hejduk" },
  { "de/davon-aus", "de", "Fachleute ⟪gehen davon aus⟫, ⟦dass die Sanierung teuer wird⟧.",
    "indirect", "Fachleute" },
  { "de/asked", "de",
    "Auf die Frage, ob die Bahn zahle, ⟪antwortete⟫ ein Sprecher, ⟦dies werde derzeit geprüft⟧.",
    "indirect", "Sprecher" },
  { "de/asked-for-itself", "de",
    "Auf die Frage, ob sie zahle, ⟪antwortete⟫ die Firma, ⟦man prüfe die Forderung⟧.", "indirect",
    "Firma" },
  { "de/as-on-a-day", "de", "Wie die Polizei am Sonntag ⟪mitteilte⟫, ⟦waren die Täter maskiert⟧.",
    "indirect", "die Polizei" },
  { "de/as-in-a-place", "de",
    "⟦Die Täter waren maskiert⟧, wie die Polizei am Sonntag in Kiel ⟪mitteilte⟫.", "indirect",
    "die Polizei" },
  { "de/verb-of-saying-last", "de",
    "⟦Der Verdächtige habe gestanden⟧, ⟪sagte⟫ Peter Frank der Agentur am Montag.", "indirect",
    "Peter Frank" },
  { "de/first-of-two-parts", "de",
    "Auf dem Treffen ⟪sagte⟫ Rieke, ⟦die Länder hielten sich an das Abkommen, sowohl im Inland als "
    "auch im Ausland⟧.",
    "indirect", "Rieke" },
  { "de/first-part-with-another-behind", "de",
    "Sie ⟪betonte⟫, ⟦sie gehöre keiner Partei an, sondern verstehe sich als Anwältin aller⟧.",
    "indirect", "Sie" },
  { "de/apposition-before-the-clause", "de",
    "Am Montag ⟪sagte⟫ Rieke, Sprecherin der in Kiel ansässigen Werft, ⟦die Halle werde gebaut⟧.",
    "indirect", "Rieke" },
  { "de/gave-fires", "de",
    "Es gab am Abend Brände in den Städten Kiel, Plön und dem kleinen Ort Heide.", NULL, NULL },
  { "de/for-doing", "de",
    "Die Grünen ⟪sprachen⟫ sich dafür aus, ⟦zunächst ein Gutachten einzuholen⟧.", "indirect",
    "Grünen" },
  { "de/nach-first-reports", "de", "⟪Nach⟫ ersten Berichten ⟦wurde in der Halle niemand verletzt⟧.",
    "indirect", "ersten Berichten" },
  { "de/nach-long-talks", "de", "Nach langen Gesprächen einigten sich die Parteien auf den Plan.",
    NULL, NULL },
  { "de/zufolge-behind-a-pronoun", "de",
    "⟦Am Abend kam es⟧ Informationen des Senders Nordfunk ⟪zufolge⟫ ⟦zu schweren Unfällen⟧.",
    "indirect", NULL },
  { "de/with-the-reason", "de",
    "Der Konzern zog das Angebot ⟪mit der Begründung⟫ zurück, ⟦es sei auf die Werft "
    "zugeschnitten⟧.",
    "indirect", NULL },
  { "de/source-in-marks", "de", "⟪Laut⟫ „Nord Echo“ ⟦liefen hunderte Mönche um die Pagode⟧.",
    "indirect", "Nord Echo" },
  { "de/source-with-its-name-in-marks", "de",
    "⟪Laut⟫ dem Magazin „Das Echo“ ⟦soll der Minister bald gehen⟧.", "indirect",
    "dem Magazin „Das Echo“" },
  { "ru/source-in-marks", "ru", "⟪По данным⟫ «Вестника», ⟦переговоры начнутся в среду⟧.",
    "indirect", "Вестника" },
  { "ru/source-with-its-name-in-marks", "ru",
    "⟪По данным⟫ газеты «Вестник», ⟦переговоры начнутся в среду⟧.", "indirect", NULL },
  { "cs/source-in-marks", "cs", "⟪Podle⟫ listu „Zprávy“ ⟦ministr v květnu odstoupí⟧.", "indirect",
    NULL },
  { "es/source-in-marks", "es", "⟪Según⟫ 'El Faro', ⟦el ministro dimitirá en mayo⟧.", "indirect",
    "Faro" },
  { "ar/source-in-marks", "ar", "⟪وبحسب⟫ صحيفة \"النهر\"، ⟦فإن الحكومة ستجتمع الأحد⟧.", "indirect",
    "صحيفة \"النهر\"" },
  { "ar/paper-in-marks-says", "ar", "⟪وذكرت⟫ صحيفة \"النهر\" ⟦أن الجيش سينسحب قريبا⟧.", "indirect",
    "صحيفة \"النهر\"" },
  { "ar/according-to", "ar", "⟪وبحسب⟫ الشرطة، ⟦اندلع الحريق في المطبخ⟧.", "indirect", NULL },
  { "ar/according-to-what", "ar", "⟦المصنع سيفتح أبوابه في الربيع⟧، ⟪وفق ما أعلنت⟫ الشركة.",
    "indirect", "الشركة" },
  { "ar/spokesman", "ar", "⟪نفى⟫ المتحدث باسم الحكومة محمد العلي ⟦أن تكون الأسعار قد ارتفعت⟧.",
    "indirect", "المتحدث باسم الحكومة محمد العلي" },
  { "ar/reporting", "ar", "⟪وأظهرت⟫ دراسة حديثة ⟦أن القهوة تفيد القلب⟧.", "indirect",
    "دراسة حديثة" },
  { "ar/announced", "ar", "⟪أعلنت⟫ وزارة الداخلية ⟦توقيف خمسة مشتبه بهم في العاصمة⟧.", "indirect",
    "وزارة الداخلية" },
  { "ar/announced-by-a-body", "ar", "⟪أعلنت⟫ هيئة تنظيم الاتصالات ⟦إلغاء رخصة الشركة⟧.", "indirect",
    "هيئة تنظيم الاتصالات" },
  { "ar/stressed-a-need", "ar", "⟪وشدد⟫ الملك على ⟦ضرورة احترام القانون⟧.", "indirect", "الملك" },
  { "ar/announced-after-a-meeting", "ar",
    "⟪أعلن⟫ الوزير عقب اجتماع طارئ ⟦أن المدارس ستفتح في الخريف⟧.", "indirect", "الوزير" },
  { "ar/told-a-paper-in-marks", "ar",
    "⟪قال⟫ الخبير محمد العلي لـ\"الشرق\" ⟦إن الأسعار سترتفع قريبا⟧.", "indirect",
    "الخبير محمد العلي" },
  { "ar/told-an-agency", "ar", "⟪قال⟫ الخبير محمد العلي لوكالة فرانس برس ⟦إن الأسعار سترتفع⟧.",
    "indirect", "الخبير محمد العلي" },
  { "ar/according-to-and-then", "ar", "⟪وبحسب⟫ المدير العام للشركة ⟦فإن المصنع سيفتح في مارس⟧.",
    "indirect", "المدير العام للشركة" },
  { "ar/according-to-a-body", "ar", "⟪وبحسب⟫ وزارة الصحة الفلسطينية ⟦ارتفع عدد القتلى إلى مئة⟧.",
    "indirect", "وزارة الصحة الفلسطينية" },
  { "ar/own-source-last", "ar", "⟦الوضع في المستشفى كارثي⟧، ⟪على حد قوله⟫.", "indirect", NULL },
  { "ar/noun-behind-a-preposition", "ar",
    "⟪وقال⟫ مسؤول أميركي طلب عدم كشف هويته ⟦إن الضربة محدودة⟧.", "indirect", "مسؤول أميركي" },
  { "ar/hinted", "ar", "⟪وألمح⟫ الوزير إلى ⟦إمكانية تأجيل الانتخابات⟧.", "indirect", "الوزير" },
};

static QuoSpan
trim (const QuoText *text, QuoSpan span)
{
  while (span.start < span.end && !g_unichar_isalnum (quo_text_get_char (text, span.start)))
    span.start++;
  while (span.end > span.start && !g_unichar_isalnum (quo_text_get_char (text, span.end - 1)))
    span.end--;
  return span;
}

static void
check_speaker (const QuoSuggestions *suggestions, const QuoAnnotation *quote, const Case *c,
               const Marked *marked)
{
  g_autoptr (QuoRelation) relation = quo_suggestions_dup_quotation (suggestions, quote->base.id);
  const QuoRole *cues = quo_relation_find_role (relation, "cue");
  g_autoptr (QuoAnnotation) cue = NULL;
  const QuoRole *sources = quo_relation_find_role (relation, "source");
  g_autoptr (QuoAnnotation) source = NULL;
  g_autofree char *name = NULL;

  g_assert_true ((cues == NULL) == quo_span_is_empty (marked->cue));
  if (cues != NULL)
    {
      cue = quo_suggestions_dup (suggestions, cues->members[0]);
      g_assert_cmpuint (cue->ranges[0].start, ==, marked->cue.start);
      g_assert_cmpuint (cue->ranges[0].end, ==, marked->cue.end);
    }
  if (c->speaker == NULL)
    return;
  g_assert_nonnull (sources);
  source = quo_suggestions_dup (suggestions, sources->members[0]);
  name = quo_text_dup (marked->text, source->ranges[0]);
  g_assert_cmpstr (name, ==, c->speaker);
}

static void
check_quotes (const QuoSuggestions *suggestions, const Case *c, const Marked *marked)
{
  guint n = 0;

  for (guint i = 0; i < quo_suggestions_count_annotations (suggestions); i++)
    {
      g_autoptr (QuoAnnotation) quote = quo_suggestions_dup_annotation (suggestions, i, NULL);

      if (g_strcmp0 (quote->type, "quote") != 0)
        continue;
      if (n == 0 && c->form != NULL)
        {
          g_assert_cmpstr (quo_attrs_get_text (quote->attrs, quote->n_attrs, "form"), ==, c->form);
          check_speaker (suggestions, quote, c, marked);
        }
      for (guint k = 0; k < quote->n_ranges; k++, n++)
        {
          QuoSpan found = trim (marked->text, quote->ranges[k]);
          QuoSpan expected;

          g_assert_cmpuint (n, <, marked->n_spans);
          expected = trim (marked->text, marked->spans[n]);
          g_assert_cmpuint (found.start, ==, expected.start);
          g_assert_cmpuint (found.end, ==, expected.end);
        }
    }
  g_assert_cmpuint (n, ==, marked->n_spans);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const char *const only[] = { "quotes", NULL };
  const QuoSuggestOptions options = { .language = c->language, .only = only };
  Marked marked;
  g_autoptr (QuoArticle) article = NULL;
  g_autoptr (QuoSnapshot) snapshot = NULL;
  g_autoptr (QuoSuggestions) suggestions = NULL;

  marked_read (&marked, c->source);
  article = quo_article_new (marked.text);
  snapshot = quo_snapshot_new (article, NULL);
  suggestions = quo_suggest (snapshot, &options, NULL, NULL);
  check_quotes (suggestions, c, &marked);
  quo_text_unref (marked.text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/suggest/clauses/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
