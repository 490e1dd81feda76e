/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window program: quotidian [ARTICLE…]. */
#include "quo-config.h"

#include "quo-application.h"
#include "quo-watchdog.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

int
main (int argc, char **argv)
{
  g_autoptr (QuoApplication) application = NULL;
  const char *locale_dir = g_getenv ("QUO_LOCALE_DIR"); /* when it runs uninstalled */

  /* A limit on file sizes shall make a save fail with a message, not end the program. */
#ifdef SIGXFSZ
  signal (SIGXFSZ, SIG_IGN);
#endif
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : QUO_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  quo_watchdog_start ();
  application = quo_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
