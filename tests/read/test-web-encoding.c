/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages in the encodings of all times and countries: told in each way, not told, and told wrongly.
 */

#include "quo-config.h"

#include "read-fixture.h"

#include <string.h>

#define RU                                                                                                                                                                     \
  "Городской совет в понедельник вечером решил построить новую библиотеку на старом рынке. «Мы " \
  "строим не для себя, а для детей», сказала мэр Анна Петрова после голосования. Старое здание "     \
  "слишком мало, в нём сыро, и книги хранятся в ящиках уже много лет. Работы начнутся осенью."
#define JA                                                                                                                                        \
  "市議会は月曜日の夜、古い市場に新しい図書館を建てることを決めた。「自分たちのためではなく、子ど" \
  "もたちのために建てる"                                                                                                                \
  "のです」と市長は投票の後で述べた。今の建物は狭く、湿気が多く、本は何年も箱に入れられたままであ" \
  "る。工事は秋に始まる。"
#define ZH                                                                                                                                        \
  "市议会星期一晚上决定在旧市场修建新的图书馆。市长在投票后说，我们不是为自己修建，而是为了孩子们" \
  "。现在的房子太小，"                                                                                                                   \
  "而且很潮湿，许多书多年来一直放在箱子里。工程将于秋天开始，预计三年后完成。"
#define ZH_TW                                                                                                                                     \
  "市議會星期一晚上決定在舊市場修建新的圖書館。市長在投票後說，我們不是為自己修建，而是為了孩子們" \
  "。現在的房子太小，"                                                                                                                   \
  "而且很潮濕，許多書多年來一直放在箱子裡。工程將於秋天開始，預計三年後完成。"
#define KO                                                                                                                                \
  "시의회는 월요일 저녁 옛 시장에 새 도서관을 짓기로 결정했다. 시장은 투표가 끝난 뒤 우리는 "        \
  "우리 자신이 아니라 아이들을 위해 짓는다고 말했다. 지금 건물은 너무 좁고 습해서 책들이 몇 년째 " \
  "상자에 들어 있다. 공사는 가을에 시작된다."
#define DE                                                                                          \
  "Der Stadtrat hat am Montagabend den Neubau der Bücherei beschlossen. „Wir bauen für die "    \
  "Kinder“, sagte die Bürgermeisterin. Das alte Haus ist zu klein, feucht und für Menschen im " \
  "Rollstuhl nicht zugänglich; die Bücher liegen seit Jahren in Kisten."
#define FR                                                                                          \
  "Le conseil municipal a décidé lundi soir de bâtir une nouvelle bibliothèque à la place du " \
  "vieux marché. La maison est trop petite, humide, et les livres sont gardés dans des caisses "  \
  "depuis des années. Les travaux débuteront à l'automne prochain."
#define PL                                                                                                 \
  "Rada miasta w poniedziałek wieczorem postanowiła zbudować nową bibliotekę na starym rynku. "       \
  "Dom jest za mały, wilgotny, a książki od lat leżą w skrzyniach. Prace rozpoczną się jesienią, " \
  "powiedziała burmistrz po głosowaniu."
#define EL                                                                                                                                                             \
  "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα το βράδυ να χτίσει νέα βιβλιοθήκη στην παλιά " \
  "αγορά. Το σπίτι είναι μικρό και υγρό, και τα βιβλία μένουν χρόνια σε κιβώτια. Οι εργασίες "  \
  "αρχίζουν το φθινόπωρο."
#define TR                                                                                               \
  "Belediye meclisi pazartesi akşamı eski çarşıda yeni bir kütüphane yapılmasına karar verdi. " \
  "Bina çok küçük ve nemli, kitaplar yıllardır sandıklarda duruyor. Çalışmalar sonbaharda "    \
  "başlayacak, dedi belediye başkanı."
#define HE                                                                                                                                                       \
  "מועצת העיר החליטה ביום שני בערב לבנות ספרייה חדשה בשוק הישן. הבית קטן מדי ולח, והספרים " \
  "נשמרים בארגזים כבר שנים רבות. העבודות יתחילו בסתיו."
#define AR                                                                                                                                                       \
  "قرر مجلس المدينة مساء الاثنين بناء مكتبة جديدة في السوق القديم. المبنى صغير جدا ورطب، " \
  "والكتب محفوظة في صناديق منذ سنوات. تبدأ الأعمال في الخريف."

/* @declared: what pages call it. @is_guessed: unlike enough to any other to be told from it. */
typedef struct
{
  const char *declared, *iconv, *text;
  gboolean is_guessed;
} Case;

#define LT                                                                                           \
  "Miesto taryba pirmadienio vakarą nusprendė senojoje turgavietėje statyti naują biblioteką. " \
  "„Statome ne sau, statome vaikams“, po balsavimo sakė merė. Pastatas per mažas ir drėgnas."
#define TH                                                                                                                                                                                                                                                \
  "สภาเมืองมีมติเมื่อคืนวันจันทร์ให้สร้างห้องสมุดใหม่ที่ตลาดเก่า นายกเทศมนตรีกล่าวว่า " \
  "“เราไม่ได้สร้างเพื่อตัวเราเอง แต่สร้างเพื่อเด็กๆ”"

static const Case CASES[] = {
  { "shift_jis", "CP932", JA, TRUE },
  { "euc-jp", "EUC-JP", JA, TRUE },
  { "iso-2022-jp", "ISO-2022-JP", JA, TRUE },
  { "gb2312", "GB18030", ZH, TRUE },
  { "gbk", "GB18030", ZH, TRUE },
  { "gb18030", "GB18030", ZH, TRUE },
  { "big5", "BIG5", ZH_TW, TRUE },
  { "euc-kr", "CP949", KO, TRUE },
  { "ks_c_5601-1987", "CP949", KO, TRUE },
  { "windows-1251", "CP1251", RU, TRUE },
  { "koi8-r", "KOI8-R",
    "Городской совет решил построить новую библиотеку на старом рынке. Дом "
    "мал, в нём сыро, и книги лежат в ящиках уже много лет. Работы начнутся "
    "осенью, сказала мэр города после голосования.",
    TRUE },
  { "iso-8859-5", "ISO-8859-5",
    "Городской совет решил построить новую библиотеку на старом "
    "рынке. Дом мал, в нём сыро, и книги лежат в ящиках уже много "
    "лет.",
    TRUE },
  { "ibm866", "CP866", "Городской совет решил построить новую библиотеку на старом рынке.", FALSE },
  { "windows-1252", "CP1252", DE, TRUE },
  { "iso-8859-1", "CP1252", DE, TRUE },
  { "iso-8859-15", "ISO-8859-15", FR, FALSE },
  { "windows-1250", "CP1250", PL, FALSE },
  { "iso-8859-2", "ISO-8859-2", PL, FALSE },
  { "windows-1253", "CP1253", EL, TRUE },
  { "iso-8859-7", "ISO-8859-7", EL, TRUE },
  { "windows-1254", "CP1254", TR, FALSE },
  { "iso-8859-9", "CP1254", TR, FALSE },
  { "windows-1255", "CP1255", HE, TRUE },
  { "iso-8859-8", "ISO-8859-8", HE, FALSE },
  { "windows-1256", "CP1256", AR, TRUE },
  { "macintosh", "MACINTOSH", DE, TRUE },
  { "koi8-u", "KOI8-U", "Міська рада вирішила побудувати нову бібліотеку на старому ринку.", TRUE },
  { "windows-1257", "CP1257", LT, TRUE },
  { "windows-874", "CP874", TH, TRUE },
  { "iso-8859-6", "ISO-8859-6", "قرر مجلس المدينة بناء مكتبة جديدة في السوق القديم.", FALSE },
};

static void
check_page (Reading *reading, const Case *encoding, const char *head)
{
  g_autofree char *page
      = g_strconcat (head, "<body><p>", encoding->text, "</p></body></html>", NULL);
  gsize len;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = g_convert (page, -1, encoding->iconv, "UTF-8", NULL, &len, &error);

  g_assert_no_error (error);
  reading_read (reading, "page.html", bytes, (gssize)len);
  reading_check (reading, encoding->text);
}

static void
test_encoding (Reading *reading, gconstpointer data)
{
  const Case *encoding = data;
  g_autofree char *short_form = g_strdup_printf (
      "<!doctype html><html><head><meta charset=\"%s\"></head>", encoding->declared);
  g_autofree char *long_form
      = g_strdup_printf ("<html><head><title>x</title><META HTTP-EQUIV='Content-Type' "
                         "CONTENT='text/html; charset=%s'></head>",
                         encoding->declared);
  g_autofree char *xml = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"%s\"?>"
                                          "<html xmlns=\"http://www.w3.org/1999/xhtml\">",
                                          encoding->declared);

  check_page (reading, encoding, short_form);
  check_page (reading, encoding, long_form);
  check_page (reading, encoding, xml);
}

/* The page does not tell, or says that it is UTF-8. */
static void
test_guess (Reading *reading, gconstpointer data)
{
  check_page (reading, data, "<html><head><script>var x = \"a < b\";</script></head>");
  check_page (reading, data, "<html><head><meta charset=utf-8></head>");
}

/* The page says what editors write without having looked; no letter of its text is western. */
static void
test_told_western (Reading *reading, gconstpointer data)
{
  check_page (reading, data, "<html><head><meta charset=iso-8859-1></head>");
}

/* UTF-16 without a mark, whatever the page says. */
static void
test_utf16 (Reading *reading, gconstpointer data)
{
  static const char *const texts[] = { DE, RU, HE, AR, JA };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Case le = { .iconv = "UTF-16LE", .text = texts[i] };
      Case be = { .iconv = "UTF-16BE", .text = texts[i] };

      check_page (reading, &le, "<!doctype html><html><head><meta charset=utf-16></head>");
      check_page (reading, &be, "<html><head><meta charset=windows-1252></head>");
    }
}

/* It was saved anew as UTF-8 and still tells what it was once. */
static void
test_saved_anew (Reading *reading, gconstpointer data)
{
  const Case *encoding = data;
  g_autofree char *page
      = g_strdup_printf ("<html><head><meta charset=%s></head><body><p>%s</p></body></html>",
                         encoding->declared, encoding->text);

  reading_read (reading, "page.html", page, -1);
  reading_check (reading, encoding->text);
  g_assert_null (reading->article->encoding);
}

static void
add (const char *what, const Case *encoding, void (*test) (Reading *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/read/encoding/%s/%s", encoding->declared, what);

  g_test_add (path, Reading, encoding, reading_set_up, test, reading_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  reading_add ("/read/encoding/utf-16-without-mark", test_utf16);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      add ("told", &CASES[i], test_encoding);
      add ("saved-anew", &CASES[i], test_saved_anew);
#if QUO_HAVE_UCHARDET
      if (CASES[i].is_guessed)
        {
          add ("guessed", &CASES[i], test_guess);
          if (!g_ascii_isalpha (*CASES[i].text))
            add ("told-western", &CASES[i], test_told_western);
        }
#endif
    }
  return g_test_run ();
}
