/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program `quo`: finds the verb and hands over. */

#include "quo-config.h"

#include "quo-command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

static void
set_up (void)
{
  const char *locale_dir = g_getenv ("QUO_LOCALE_DIR"); /* when it runs uninstalled */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : QUO_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
#ifdef SIGXFSZ
  signal (SIGXFSZ, SIG_IGN); /* a limit on file sizes is an error like a full disk */
#endif
}

static int
print_help (void)
{
  const QuoCommand *const *commands = quo_commands_list ();

  quo_output ("%s\n  quo %s\n\n%s\n", _ ("Usage:"), _ ("VERB [OPTION…] [FILE…]"),
              _ ("Reads, checks and exports the annotations of articles."));
  quo_output ("\n%s\n", _ ("Verbs:"));
  for (guint i = 0; commands[i] != NULL; i++)
    quo_output ("  %-10s %s\n", commands[i]->name, _ (commands[i]->summary));
  quo_output ("\n%s\n  %-10s %s\n  %-10s %s\n", _ ("Options:"), "--help",
              _ ("Show this, or after a verb what it can do"), "--version",
              _ ("Show the version of the program"));
  quo_output ("\n%s\n",
              _ ("It ends with 0: done; 1: something is wrong in a file; 2: the call makes "
                 "no sense;\n3: a file could not be read or written."));
  return quo_output_finish (QUO_EXIT_DONE);
}

/* A word that is no verb: names those that are. */
static int
refuse_verb (const char *verb)
{
  const QuoCommand *const *commands = quo_commands_list ();
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; commands[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", commands[i]->name);
  if (verb == NULL)
    quo_message (_ ("A verb is missing; there are: %s"), names->str);
  else
    quo_message (_ ("There is no verb “%s”; there are: %s"), verb, names->str);
  return QUO_EXIT_USAGE;
}

int
main (int argc, char **argv)
{
  const QuoCommand *const *commands = quo_commands_list ();
  const char *verb = argc > 1 ? argv[1] : NULL;

  set_up ();
  if (g_strcmp0 (verb, "--help") == 0 || g_strcmp0 (verb, "-h") == 0)
    return print_help ();
  if (g_strcmp0 (verb, "--version") == 0)
    {
      quo_output ("quo %s\n", QUO_VERSION);
      return quo_output_finish (QUO_EXIT_DONE);
    }
  for (guint i = 0; verb != NULL && commands[i] != NULL; i++)
    if (g_str_equal (commands[i]->name, verb))
      return quo_command_run (commands[i], argc - 1, argv + 1);
  return refuse_verb (verb);
}
