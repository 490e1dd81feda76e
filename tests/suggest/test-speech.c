/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* The whole way from a text to who said what, with the weights that come with the program: one
 * case for each rule of a language or of how news are written. */

/* An interview whose answer goes on in a paragraph without a label, and what stands behind it. */
#define INTERVIEW                                                                                  \
  "Tomas Everly counts bees.\n\n"                                                                  \
  "COURIER: How bad was this year?\n\n"                                                            \
  "EVERLY: It was the worst since we began.\n\n"                                                   \
  "There was no summer at all, and nobody can say why.\n\n"                                        \
  "COURIER: Farmers say the hedges are coming back.\n\n"                                           \
  "EVERLY: Some are, and I am glad.\n\n"                                                           \
  "The figures are in the annual report.\n"

/* One without labels: a question without a mark, one that asks back, and an answer in two. */
#define ANSWERS                                                                                    \
  "“I count the stairs”\n\n"                                                                   \
  "By Vera Lang\n\n"                                                                               \
  "The climber Tobias Renshaw has been blind since he was nineteen.\n\n"                           \
  "When did you first think of climbing?\n\n"                                                      \
  "A week later. A nurse told me I could not.\n\n"                                                 \
  "That sounds like Harriet.\n\n"                                                                  \
  "It was her, and I have thanked her ever since for it.\n\n"                                      \
  "Are you afraid?\n\n"                                                                            \
  "Are you?\n\n"                                                                                   \
  "And your partner?\n\n"                                                                          \
  "She sent me left and meant her left.\n\n"                                                       \
  "We did not speak to each other for a week.\n\n"                                                 \
  "Will you go back?\n\n"                                                                          \
  "On Friday. I have a train at nine.\n\n"                                                         \
  "The book by Tobias Renshaw is in the shops.\n"

/* What a paper knows, by questions, and a story of somebody who wonders: neither is one. */
#define EXPLAINED                                                                                  \
  "What is the tax?\n\nIt is paid by those who own boats.\n\n"                                     \
  "Who has to pay?\n\nOwners of more than two boats do.\n\n"                                       \
  "When does it begin?\n\nThe council says it starts in May.\n"
#define WONDERED                                                                                   \
  "Had I left the door open?\n\nI went down to see.\n\n"                                           \
  "Why was my lamp lit?\n\nI had no lamp but this.\n\n"                                            \
  "Who was it that I heard?\n\nI stood and listened for a while.\n"

static const SpeechCase cases[] = {
  { "team-behind-a-colon", "ru",
    "«Судья не виноват, виновато табло»: «Вымпел» проиграл на последней секунде\n\nХоккейный клуб "
    "«Вымпел» уступил дома «Северной звезде», пропустив за секунду до сирены.\n",
    "«Вымпел»", NULL },
  { "interview-of-letters", "es",
    "\"La lengua no se salva con discursos\"\n\nLa lingüista Marta Quispe presenta en Lima su "
    "diccionario de quechua.\n\nP: ¿Por qué tardó tanto?\n\nR: Porque las palabras no vienen "
    "solas.\n\nP: ¿Quién lo va a usar?\n\nR: Los niños, espero. Los políticos lo van a citar.\n",
    "Porque las palabras no vienen solas.", "Marta Quispe" },
  { "headline-of-an-interview", "es",
    "\"La lengua no se salva con discursos\"\n\nLa lingüista Marta Quispe presenta en Lima su "
    "diccionario de quechua.\n\nP: ¿Por qué tardó tanto?\n\nR: Porque las palabras no vienen "
    "solas.\n\nP: ¿Quién lo va a usar?\n\nR: Los niños, espero. Los políticos lo van a citar.\n",
    "\"La lengua no se salva con discursos\"", "Marta Quispe" },
  { "said-sitting-down", "es",
    "Quique Ferrandis llegó con retraso y avisó de que no contestaría a nada.\n\n\"El domingo no "
    "es una final, es un domingo\", soltó nada más sentarse.\n",
    "\"El domingo no es una final, es un domingo\"", "Quique Ferrandis" },
  { "promised-to", "en",
    "The council leader, Ida Lund, promised to publish the inspection report by May.\n",
    "to publish the inspection report by May", "Ida Lund" },
  { "recommended", "ar", "أوصى صندوق النقد الدولي في تقرير له بإلغاء الدعم تدريجيا.\n",
    "بإلغاء الدعم تدريجيا", "صندوق النقد الدولي" },
  { "named-by-several", "cs",
    "Ekologické organizace předlohu označily za „dárek betonářům“ a odešly.\n", "„dárek betonářům“",
    "Ekologické organizace" },
  { "set-off-before-the-verb", "es",
    "La Federación de Peñas protesta, y su presidenta, Amparo Giner, recordó ayer que la directiva "
    "les dio su palabra en verano.\n",
    "que la directiva les dio su palabra en verano", "Amparo Giner" },
  { "gender-of-who-speaks", "cs",
    "Bez toho to nejde, říká Hana Vlčková.\n\nFarář Pavel Souček vzpomíná: „Když se poprvé "
    "rozezněl, babičky brečely.“\n\n„Stála jsem po pás ve vodě a nadávala jsem jak dlaždič,“ "
    "popisuje.\n",
    "„Stála jsem po pás ve vodě a nadávala jsem jak dlaždič,“", "Hana Vlčková" },
  { "paragraph-before-tells-who", "es",
    "Capítulo cuarto\n\n—Creí que no venías —dijo Remedios sin levantarse.\n\nAnselmo se quitó la "
    "gorra y se la volvió a poner.\n\n—Se pinchó una rueda en Cuevas.\n",
    "—Se pinchó una rueda en Cuevas.", "Anselmo" },
  { "told-behind-a-pronoun", "ar",
    "رد عليه وزير التموين فؤاد الصباغ قائلا إن الحكومة ورثت خزائن خاوية.\n",
    "إن الحكومة ورثت خزائن خاوية", "وزير التموين فؤاد الصباغ" },
  { "said-laughing", "ar",
    "وقال المدرب إستيبان رولدان إن الفريق جاهز تماما. \"يوسف يركض أسرع من ظله\"، قال ضاحكا.\n",
    "\"يوسف يركض أسرع من ظله\"", "المدرب إستيبان رولدان" },
  { "adding-behind-marks", "ar",
    "قال الوزير إن الحكومة \"ورثت خزائن خاوية\"، مضيفا أن سعر القمح تضاعف خلال عام واحد.\n",
    "أن سعر القمح تضاعف خلال عام واحد", "الوزير" },
  { "headline-of-somebody", "ar",
    "شاهدة: «سمعت الطلقة ثم رأيت الباب مفتوحا»\n\nاستأنفت المحكمة النظر في القضية.\n",
    "«سمعت الطلقة ثم رأيت الباب مفتوحا»", "شاهدة" },
  { "object-before-a-name", "cs",
    "„Kolegové, buď budeme jednat, nebo půjdeme spát,“ napomenul sál krátce po jedenácté "
    "předsedající Bohuslav Mrkvička.\n",
    "„Kolegové, buď budeme jednat, nebo půjdeme spát,“", "Bohuslav Mrkvička" },
  { "clause-before-a-colon", "ru",
    "Источник в правительстве утверждает, что программу урежут вдвое уже осенью: «Денег на неё "
    "больше нет».\n",
    "что программу урежут вдвое уже осенью", "Источник" },
  { "infinitive-before-but", "ru",
    "Глава клуба Вадим Халтурин пообещал подать протест в лигу, а капитан Илья Рябоконь ушёл с "
    "площадки.\n",
    "подать протест в лигу", "Вадим Халтурин" },
  { "demand-in-the-present", "ar", "الأمم المتحدة تدعو إلى وقف القتال في إقليم الرمال.\n",
    "وقف القتال في إقليم الرمال", "الأمم المتحدة" },
  { "question-other-subject", "en",
    "“Who will pay for the damage?” The council says it has no money for repairs.\n",
    "“Who will pay for the damage?”", "" },
  { "question-own-subject", "en",
    "The meeting was loud. “Who will pay for the damage?” asked Ruth Calder, who was in the "
    "front.\n",
    "“Who will pay for the damage?”", "Ruth Calder" },
  { "told-is-no-speaker", "en",
    "Owen Barrick walked in late. “The bridge is closed to lorries,” the inspector told Barrick.\n",
    "“The bridge is closed to lorries,”", "the inspector" },
  { "noun-of-somebody", "en", "His father Karim Aziz said, “We are going to New York on Monday.”\n",
    "“We are going to New York on Monday.”", "His father Karim Aziz" },
  { "noun-of-a-country", "en",
    "After the match, the Tunisian team's coach Nadir Maaloul said: “We had our chances.”\n",
    "“We had our chances.”", "the Tunisian team's coach Nadir Maaloul" },
  { "noun-of-nobody", "en",
    "The mayor, Ida Lund, was late. Mayor Ida Lund said: “We will wait for the vote.”\n",
    "“We will wait for the vote.”", "Ida Lund" },
  { "head-of-a-body-by-name", "en",
    "“The gates will be shut by Friday,” head of the Rotvik Harbour Agency Captain Elin Moberg "
    "said.\n",
    "“The gates will be shut by Friday,”", "Elin Moberg" },
  { "head-of-a-body", "en",
    "Elin Moberg was there. “The gates will be shut by Friday,” the head of the Rotvik Harbour "
    "Agency said.\n",
    "“The gates will be shut by Friday,”", "the head" },
  { "member-of-a-party", "de",
    "Die SPD will das Gesetz stoppen. „Wir warten seit Jahren darauf“, sagte die SPD-Politikerin "
    "dem MDR.\n",
    "„Wir warten seit Jahren darauf“", "SPD-Politikerin" },
  { "told-a-paper", "cs",
    "„Nejdřív jsme tomu nemohli uvěřit,“ řekla Právu vedoucí průzkumu Eliška Vávrová.\n",
    "„Nejdřív jsme tomu nemohli uvěřit,“", "Eliška Vávrová" },
  { "accused-is-no-speaker", "de",
    "Minister Jens Ahlers schwieg. Die Opposition im Landtag warf Ahlers vor, die Sanierung des "
    "Damms verschleppt zu haben.\n",
    "die Sanierung des Damms verschleppt zu haben", "Die Opposition" },
  { "named-after-a-pronoun", "en",
    "Lucille Marchetti met reporters. Asked whether she would call a vote, Marchetti declined to "
    "answer, saying only that “everything is on the table”.\n",
    "that “everything is on the table”", "Marchetti" },
  { "last-pronoun-shares", "en",
    "When I came close she bowed and said, “You must be the new teacher.”\n",
    "“You must be the new teacher.”", "she" },
  { "called-by-a-name", "en",
    "The picture was sent by a reader called “Nightowl”, on a page for walkers.\n", "“Nightowl”",
    NULL },
  { "called-by-words", "en", "The senator called the plan “reckless and cruel”.\n",
    "“reckless and cruel”", "The senator" },
  { "whose-part-is-no-speaker", "en", "Trump is “a danger,” warned the senator on Tuesday.\n",
    "Trump is “a danger,”", "the senator" },
  { "grown-over-short-words", "en",
    "A spokeswoman for the ministry, Lena Brook, said it was “regrettable”.\n",
    "it was “regrettable”", "A spokeswoman" },
  { "grown-over-a-clause-before", "en",
    "Moran said although frost is known to harm vines, “nobody has counted the losses”.\n",
    "although frost is known to harm vines, “nobody has counted the losses”", "Moran" },
  { "asked-whether", "en", "Asked whether he would resign, the minister said: “Not today.”\n",
    "“Not today.”", "the minister" },
  { "said-another", "en",
    "“We are finished,” one trader said. Others hoped. “It will come back,” said another.\n",
    "“It will come back,”", "another" },
  { "possessor-does-not-lead", "en", "Ms Hale's brother, Tim, said: “She was the best of us.”\n",
    "“She was the best of us.”", "Tim" },
  { "silent-subject", "en",
    "“The numbers are wrong,” he said. Carter, who left the bank in 2010, did not respond.\n",
    "Carter, who left the bank in 2010", NULL },
  { "when-asked", "en",
    "“I am not sure,” said Ann Ward when reporters asked her about the “secret file”.\n",
    "when reporters asked her about the “secret file”", NULL },
  { "possessive-noun", "en",
    "Irvine has described the union's demands as “fantasy economics” and warned of cuts.\n",
    "“fantasy economics”", "Irvine" },
  { "author-goes-on", "en",
    "The opposition called the plan “a costly farce” and demanded that Marlow Dean resign.\n",
    "“a costly farce”", "The opposition" },
  { "one-word-is-said", "en", "The minister asked for “patience” on Monday.\n", "“patience”",
    "The minister" },
  { "called-by-one-word", "en", "The mayor described the scene as “chaotic”.\n", "“chaotic”",
    "The mayor" },
  { "author-goes-on-after-a-comma", "en",
    "The owner described the affair as “a slow-motion wreck”, while another insisted that the firm "
    "was sound.\n",
    "“a slow-motion wreck”", "The owner" },
  { "few-words-told", "en", "But the workers said little had changed.\n", "little had changed",
    "the workers" },
  { "nobody-named-asks", "en", "Asked if she would go, the governor paused for a while.\n",
    "if she would go, the governor paused for a while", NULL },
  { "name-in-capitals", "en",
    "The fund opens in May. “Operation Dry Ground,” as it is called, will be run by a school.\n",
    "“Operation Dry Ground,”", NULL },
  { "asked-of-somebody", "es",
    "La ministra Sara Quiroga ha pedido a las empresas \"seriedad\" en este asunto.\n",
    "\"seriedad\"", "Sara Quiroga" },
  { "subject-before-a-comma", "es",
    "La ministra de Energía, Sara Quiroga, ha negado un acuerdo y ha pedido \"seriedad\".\n",
    "\"seriedad\"", "La ministra" },
  { "helped-verb", "es",
    "\"No habrá recortes\", ha asegurado la ministra en una entrevista con TVE.\n",
    "\"No habrá recortes\"", "la ministra" },
  { "said-that-day", "es",
    "El papa Francisco pidió este domingo \"paz para todos\" y condenó la guerra.\n",
    "\"paz para todos\"", "Francisco" },
  { "for-somebody", "es", "El dinero es para la escuela, según la ministra de Energía.\n",
    "El dinero es para la escuela", "la ministra" },
  { "number-before-a-noun", "en",
    "The engineers had warned in a 2019 report that the spillway was “far too small”.\n",
    "that the spillway was “far too small”", "The engineers" },
  { "titled", "en", "She is the author of a review titled “Slow Moves”, said the minister.\n",
    "“Slow Moves”", NULL },
  { "aside-before-the-verb", "en", "The senator, for his part, said: “I will not go.”\n",
    "“I will not go.”", "The senator" },
  { "name-of-a-thing", "en", "The “Archive” page of the club explains how it began.\n", "“Archive”",
    NULL },
  { "with-the-words", "de",
    "Jens Harder, Leiter des Hafens, beschloss den Abend in Emden mit den Worten: „Das Boot bleibt "
    "hier.“\n",
    "„Das Boot bleibt hier.“", "Jens Harder" },
  { "goes-on-in-another-mood", "de",
    "Der Vorsitzende lobte den Entwurf. Er halte das Gesetz für vertretbar und bezeichnete die "
    "Strafen als „maßvoll“.\n",
    "„maßvoll“", "Er" },
  { "relative-after-a-quote", "de",
    "„Uns läuft die Zeit davon“, heißt es in dem Brief, der der Zeitung vorliegt.\n",
    "der der Zeitung vorliegt", NULL },
  { "told-a-paper", "de",
    "„Wer Karten verkauft, muss auch fahren“, sagte der Minister der „Neuen Rundschau“ "
    "(Dienstag).\n",
    "„Wer Karten verkauft, muss auch fahren“", "Minister" },
  { "told-a-paper-indirectly", "de",
    "Die Züge seien wieder voll, sagte der Minister der „Neuen Rundschau“ am Dienstag.\n",
    "Die Züge seien wieder voll", "Minister" },
  { "motto", "de", "Der Verein feiert unter dem Motto „Alle in einem Boot“, wie jedes Jahr.\n",
    "„Alle in einem Boot“", NULL },
  { "year-behind", "de", "Er spielte in „Das lange Boot“ (1991) und sang selbst.\n",
    "„Das lange Boot“", NULL },
  { "so-after-two-words", "de",
    "Man habe, so Verbandschef Detlef Maurer, Hunderte Beschwerden bekommen.\n",
    "Man habe | Hunderte Beschwerden bekommen", "Verbandschef Detlef Maurer" },
  { "accused-of-words", "de",
    "Minister Holger Brandt hat der Bahn „geplantes Versagen“ vorgeworfen.\n",
    "„geplantes Versagen“", "Holger Brandt" },
  { "paper-shows", "de",
    "Wie aus einem Papier hervorgeht, rechnet der Konzern nicht mit Besserung.\n",
    "rechnet der Konzern nicht mit Besserung", "Papier" },
  { "one-word-is-said", "es", "El ministro pidió \"paciencia\" a los vecinos.\n", "\"paciencia\"",
    "El ministro" },
  { "grown-to-its-clause", "es", "El pueblo \"se muere\", avisó el alcalde, que vive allí.\n",
    "El pueblo \"se muere\"", "el alcalde" },
  { "aside-before-the-verb", "es",
    "La alcaldesa prometió asfalto. El presidente, en cambio, ironizó: \"Algo es algo\".\n",
    "\"Algo es algo\"", "El presidente" },
  { "dateline", "es",
    "Madrid, 12 may (EFE).- El puente seguirá cerrado hasta junio, dijo la ministra.\n",
    "El puente seguirá cerrado hasta junio", "la ministra" },
  { "asks-where", "es", "El alcalde se preguntó de qué van a vivir mil familias.\n",
    "de qué van a vivir mil familias", "El alcalde" },
  { "colon-names", "es", "La directora del museo, Inés Valcárcel: \"El arte no puede esperar\".\n",
    "\"El arte no puede esperar\"", "Inés Valcárcel" },
  { "whose-part-is-no-speaker", "es", "Orsi es \"un peligro\", advirtió la senadora.\n",
    "Orsi es \"un peligro\"", "la senadora" },
  { "dashes-inside", "es",
    "\"Hemos hecho lo que se nos pidió —señaló el consejero Andrés Luna en la rueda de prensa— y "
    "ahora toca esperar\".\n",
    "\"Hemos hecho lo que se nos pidió | y ahora toca esperar\"", "Andrés Luna" },
  { "author-goes-on", "es",
    "La oposición tachó el plan de «disparate costoso» y pidió que se publiquen los estudios.\n",
    "«disparate costoso»", "La oposición" },
  { "newcomer-speaks", "cs",
    "Soud muže poslal do vězení. „Trest je přiměřený,“ řekla soudkyně Jana Hrdá. Obhájce Tomáš Lev "
    "se na místě odvolal. „Můj klient je nevinný,“ tvrdí.\n",
    "„Můj klient je nevinný,“", "Obhájce Tomáš Lev" },
  { "person-leads-over-paper", "cs",
    "Sportovní ředitelka Kateřina Benešová serveru Gól24 řekla, že má na stole čtyři jména.\n",
    "že má na stole čtyři jména", "Kateřina Benešová" },
  { "one-of-them", "cs",
    "Fanoušci hledají viníka. „Dva měsíce jsme nedostali výplatu,“ potvrdil jeden z hráčů.\n",
    "„Dva měsíce jsme nedostali výplatu,“", "jeden" },
  { "called-by-words", "cs",
    "Ministryně označila návrh opozice za „nehoráznou lež“ a vyzvala poslance k odmítnutí.\n",
    "„nehoráznou lež“", "Ministryně" },
  { "told-a-paper", "ru",
    "«Мы ждали два дня», — рассказала «Новостям Заречного» пенсионерка Зоя Крюкова.\n",
    "«Мы ждали два дня»", "Зоя Крюкова" },
  { "said-in-a-talk", "ru",
    "«Нас никто не предупредил», — пожаловалась в беседе с «Известиями» владелица Ольга Белая.\n",
    "«Нас никто не предупредил»", "Ольга Белая" },
  { "link-before-the-verb", "ru", "При этом, отметил Орлов, строительство моста не остановится.\n",
    "строительство моста не остановится", "Орлов" },
  { "subject-of-the-sentence-before", "ar",
    "أيدت رئيسة البلدية مشروع الجسر. وقالت: \"انتظرنا عشر سنوات\".\n", "\"انتظرنا عشر سنوات\"",
    "رئيسة البلدية" },
  { "all-of-them", "ar", "وأكد كل من الوزير والسفير أن المباحثات إيجابية.\n",
    "أن المباحثات إيجابية", "كل" },
  { "agency-is-told", "ar", "وقالت مصادر أمنية لرويترز إن المشتبه به فر إلى الخارج.\n",
    "إن المشتبه به فر إلى الخارج", "مصادر أمنية" },
  { "subject-before-its-clause", "ar", "قالت سلمى رزق وهي تبتسم: «هذه الجائزة لأمي».\n",
    "«هذه الجائزة لأمي»", "سلمى رزق" },
  { "author-goes-on-after-its-comma", "cs",
    "Premiér řekl, že o dohodě nevěděl, a vyzval opozici k jednání.\n", "že o dohodě nevěděl",
    "Premiér" },
  { "source-within", "cs", "Rozpočet je podle ministra hotový.\n", "Rozpočet je | hotový",
    "ministra" },
  { "agency-is-told", "cs", "Úřad zahájil řízení z moci úřední, řekla ČTK jeho mluvčí.\n",
    "Úřad zahájil řízení z moci úřední", "mluvčí" },
  { "two-who-name", "cs",
    "Ministr kultury označil dirigenta za „obra“, prezident ocenil jeho „odvahu v těžké době“.\n",
    "„obra“", "Ministr" },
  { "name-alone", "ru", "«Северсталь» — «Амур» 3:4. В овертайме хозяева вырвали победу.\n",
    "«Амур»", NULL },
  { "paper-s-name", "ru", "Газета «Утро» назвала фильм «лучшей картиной года».\n", "«Утро»", NULL },
  { "label-asks", "en", INTERVIEW, "How bad was this year?", "COURIER" },
  { "label-answers", "en", INTERVIEW,
    "It was the worst since we began. | There was no summer at all, and nobody can say why.",
    "EVERLY" },
  { "label-ends", "en", INTERVIEW, "The figures are in the annual report.", NULL },
  { "answer", "en", ANSWERS, "A week later. A nurse told me I could not.", "Tobias Renshaw" },
  { "answer-to-a-statement", "en", ANSWERS, "It was her, and I have thanked her ever since for it.",
    "Tobias Renshaw" },
  { "answer-that-asks", "en", ANSWERS, "Are you?", "Tobias Renshaw" },
  { "answer-goes-on", "en", ANSWERS,
    "She sent me left and meant her left. | We did not speak to each other for a week.",
    "Tobias Renshaw" },
  { "answer-is-the-last", "en", ANSWERS, "On Friday. I have a train at nine.", "Tobias Renshaw" },
  { "answer-ends", "en", ANSWERS, "The book by Tobias Renshaw is in the shops.", NULL },
  { "question-is-the-paper-s", "en", ANSWERS, "Are you afraid?", NULL },
  { "explained-is-no-interview", "en", EXPLAINED, "Owners of more than two boats do.", NULL },
  { "wondered-is-no-interview", "en", WONDERED, "I had no lamp but this.", NULL },
  { "begins-before-a-colon", "es",
    "La ingeniera Teresa Molinos pide máquinas. Nicanor Ortuño discrepa: «Una máquina no "
    "escucha».\n",
    "«Una máquina no escucha»", "Nicanor Ortuño" },
  { "verb-of-another-clause", "es",
    "Nicanor Ortuño afila la azuela. «El pino te avisa cuando tiene sed», explica mientras arranca "
    "la corteza.\n",
    "«El pino te avisa cuando tiene sed»", "Nicanor Ortuño" },
  { "list-is-no-interview", "en",
    "Date: Monday in the town hall.\n\nPlace: Does it matter?\n\nDate: Tuesday again.\n",
    "Tuesday again.", NULL },
  { "shared-over-a-comma", "en",
    "Yvette Cole said her party had backed it “for months”, and said it was “shameful to wait”.\n",
    "it was “shameful to wait”", "Yvette Cole" },
  { "possessor-of-an-object", "en",
    "Irvine, who took over in March, has described the union's demands as “fantasy economics”.\n",
    "“fantasy economics”", "Irvine" },
  { "possessor-s-lawyer", "en", "Hale's young lawyer said: “She was never in the building.”\n",
    "“She was never in the building.”", "Hale's young lawyer" },
  { "name-and-noun", "en",
    "Citing privacy, U.S. officials have not said why the team was refused.\n",
    "why the team was refused", "U.S. officials" },
  { "statement-before-two-verbs", "en",
    "In a statement, Harbor Lines said it was helping the police and urged patience.\n",
    "In a statement", NULL },
  { "charge-it-denies", "en",
    "The union has accused the company of cutting crews by half, a charge it denies.\n",
    "The union has accused the company of cutting crews by half", NULL },
  { "another-goes-on", "en",
    "The auditor warned that the city could run out of cash, and two council members said they "
    "doubted it.\n",
    "that the city could run out of cash", "The auditor" },
  { "noun-after-links", "ru",
    "Ирина Толмачёва приехала. При этом министр подчеркнула, что средств на выставку нет.\n",
    "что средств на выставку нет", "министр" },
  { "points-back", "de",
    "Bei dem Brand sind am Montag sechs Menschen verletzt worden. Das teilte die Polizei am Abend "
    "mit.\n",
    "Bei dem Brand sind am Montag sechs Menschen verletzt worden", "Polizei" },
  { "points-back", "ru",
    "Около тысячи жителей города остаются без тепла. Об этом сообщили журналистам в мэрии.\n",
    "Около тысячи жителей города остаются без тепла", "мэрии" },
  { "points-back", "es",
    "El puente cerrará dos meses por obras. Así lo anunció ayer la alcaldesa, Rosario Peña.\n",
    "El puente cerrará dos meses por obras", "alcaldesa" },
  { "points-back", "cs", "Při požáru se zranilo šest lidí. Uvedl to mluvčí hasičů Petr Havel.\n",
    "Při požáru se zranilo šest lidí", "Petr Havel" },
  { "points-back-to-speech", "de",
    "„Wir wissen es nicht“, sagte der Minister am Montag. Das teilte die Polizei am Abend mit.\n",
    "„Wir wissen es nicht“, sagte der Minister am Montag", NULL },
  { "with-somebody-saying", "en",
    "Readers of the Morning Star were angry, with one of them writing: “How can you print this?”\n",
    "“How can you print this?”", "one of them" },
  { "leads-over-a-preposition", "es",
    "Fuentes de la empresa consultadas por este diario sostienen que el informe exagera.\n",
    "que el informe exagera", "Fuentes" },
  { "leads-after-a-preposition", "es",
    "En declaraciones a Onda Cero, el alcalde de Soria se preguntó de qué iban a vivir.\n",
    "de qué iban a vivir", "el alcalde" },
  { "told-an-agency-in", "ru",
    "Как сообщили ТАСС в мэрии, решение связано с падением пассажиропотока.\n",
    "решение связано с падением пассажиропотока", "мэрии" },
  { "paper-in-marks-says", "ru",
    "Музей купил письма Арсения Горчакова. Покупка обошлась в три миллиона, сообщает "
    "«Коммерсантъ».\n",
    "Покупка обошлась в три миллиона", "Коммерсантъ" },
  { "participle-of-the-first-verb", "ar",
    "دعا النائب عن المنطقة الحكومة إلى صرف مساعدات، محذرا من أن الأزمة قد تمتد.\n",
    "أن الأزمة قد تمتد", "النائب" },
  { "dateline-without-capitals", "ar",
    "الرباط (رويترز) - قال وزير الري إن السدود فقدت نصف مخزونها.\n", "إن السدود فقدت نصف مخزونها",
    "وزير الري" },
  { "called-by-words", "ru", "Газета «Утро» назвала фильм «лучшей картиной года».\n",
    "«лучшей картиной года»", "Газета" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech", cases, G_N_ELEMENTS (cases));
}
