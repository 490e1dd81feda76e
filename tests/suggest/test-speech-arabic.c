/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "speech-case.h"

/* Who says what in Arabic, where the subject stands behind its verb or only in it. */

static const SpeechCase cases[] = {
  { "clause-has-no-subject-for-the-participle", "ar",
    "قالت المديرة سلمى الخوري إن المصنع سيفتح في الربيع.\n"
    "وأوضحت أن النتائج الأخيرة للشركة كانت جيدة، مشيرة إلى أن العمال سيعودون غدا.\n",
    "أن العمال سيعودون غدا", "المديرة سلمى الخوري" },
  { "pronoun-of-a-clause-is-nobody", "ar",
    "وكشفت المديرة سلمى الخوري أن أهم مصنع هو المصنع القديم.\n"
    "وأكدت أنها ستعيد فتحه في الربيع.\n",
    "أنها ستعيد فتحه في الربيع", "المديرة سلمى الخوري" },
  { "subject-of-the-paragraph-before", "ar",
    "كشفت الممثلة سلمى الخوري عن كواليس جديدة من تصوير الفيلم مع زميلها كريم.\n"
    "وقالت، على هامش المهرجان: \"كان العمل صعبا جدا في البداية\".\n",
    "\"كان العمل صعبا جدا في البداية\"", "الممثلة سلمى الخوري" },
  { "subject-two-paragraphs-back", "ar",
    "تحدثت الممثلة سلمى الخوري عن فيلمها الجديد.\n"
    "ويعرض الفيلم في عشرين صالة.\n"
    "وقالت: \"كان العمل صعبا جدا في البداية\".\n",
    "\"كان العمل صعبا جدا في البداية\"", "الممثلة سلمى الخوري" },
  { "joined-verb", "ar", "نفى المتهم، وهو ابن شقيق الضحية، علاقته بالجريمة، وزعم أنه كان نائما.\n",
    "أنه كان نائما", "المتهم" },
  { "joined-verb-before-marks", "ar",
    "وهاجمت الوزيرة خصومها في البرلمان وقالت: «لن نتراجع عن هذا القرار».\n",
    "«لن نتراجع عن هذا القرار»", "الوزيرة" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return run_speech_cases ("speech-arabic", cases, G_N_ELEMENTS (cases));
}
