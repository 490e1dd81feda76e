/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clock that stands outside: starts a program and looks at the screen until its window is
 * painted, so that any two programs are measured alike.
 *
 * bench-window [--text] [--colour] -- PROGRAM [ARGUMENT...]
 *
 * Prints `window.first_ms` (from the start of the process to the first frame with something in it,
 * be it a title), with --text `window.text_ms` (until a page of text is painted; with --colour
 * until there is colour in it too) and, when the screen has been still for a while,
 * `window.pss_mb`, the memory of the process.
 *
 * Needs an X server with the DAMAGE extension that shows nothing else, and a light theme. What it
 * paints with is the server's memory: a frame counts when the server has it, not when a monitor
 * showed it. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_MS 60000.0
#define STILL_MS 400     /* so long without a change: the program has settled */
#define SETTLE_MS 3000.0 /* and so long when something goes on blinking */
#define CONTRAST 60      /* of 255: a pixel so far from the most frequent one is ink */
#define COLOURFUL 16     /* of 255: a pixel whose channels differ by so much is coloured */
#define WINDOW_SHARE 30  /* one part in so many of the screen has changed: there is a window */
#define FIRST_INK 4000   /* one part in so many of the window is ink: a title, some buttons */
#define TEXT_INK 70      /* the same: a page of text, which has about one in fifteen */
#define TEXT_COLOUR 700  /* the same: some highlighted names */

typedef struct
{
  Display *display;
  Window root;
  XImage *before; /* the screen without the program */
  int damage_event;
  Damage damage;
} Watch;

typedef struct
{
  unsigned long window, ink, coloured; /* pixels */
} Sight;

static double
get_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static XImage *
take_image (Watch *watch)
{
  int number = DefaultScreen (watch->display);

  return XGetImage (watch->display, watch->root, 0, 0, DisplayWidth (watch->display, number),
                    DisplayHeight (watch->display, number), AllPlanes, ZPixmap);
}

static int
get_light (unsigned pixel)
{
  return (int)(((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 151 + (pixel & 255) * 28) >> 8);
}

static int
get_spread (unsigned pixel)
{
  int r = pixel >> 16 & 255, g = pixel >> 8 & 255, b = pixel & 255;
  int high = r > g ? r : g, low = r < g ? r : g;

  return (high > b ? high : b) - (low < b ? low : b);
}

/* What of the screen has changed, and how much of that stands out from the most frequent light in
 * it. */
static Sight
look (Watch *watch)
{
  XImage *now = take_image (watch);
  const unsigned *new = (const unsigned *)now->data, *old = (const unsigned *)watch->before->data;
  size_t n = (size_t)now->width * now->height;
  unsigned long lights[256] = { 0 };
  int most = 0;
  Sight sight = { 0 };

  for (size_t i = 0; i < n; i++)
    if (new[i] != old[i])
      {
        lights[get_light (new[i])]++;
        sight.coloured += get_spread (new[i]) > COLOURFUL;
        sight.window++;
      }
  for (int i = 1; i < 256; i++)
    if (lights[i] > lights[most])
      most = i;
  for (int i = 0; i < 256; i++)
    if (abs (i - most) > CONTRAST)
      sight.ink += lights[i];
  XDestroyImage (now);
  return sight;
}

/* Waits until the server paints or the time is over. Returns whether it painted. */
static int
wait_for_paint (Watch *watch, int timeout_ms)
{
  double give_up = get_ms () + timeout_ms;

  for (;;)
    {
      int painted = 0;
      struct pollfd fd = { .fd = ConnectionNumber (watch->display), .events = POLLIN };
      XEvent event;

      while (XPending (watch->display) > 0)
        {
          XNextEvent (watch->display, &event);
          painted |= event.type == watch->damage_event;
        }
      if (painted)
        {
          XDamageSubtract (watch->display, watch->damage, None, None);
          return 1;
        }
      XFlush (watch->display);
      if (get_ms () >= give_up || poll (&fd, 1, (int)(give_up - get_ms ()) + 1) == 0)
        return 0;
    }
}

static int
open_screen (Watch *watch)
{
  int error_base;

  watch->display = XOpenDisplay (NULL);
  if (watch->display == NULL
      || !XDamageQueryExtension (watch->display, &watch->damage_event, &error_base))
    return 0;
  watch->damage_event += XDamageNotify;
  watch->root = DefaultRootWindow (watch->display);
  watch->damage = XDamageCreate (watch->display, watch->root, XDamageReportNonEmpty);
  /* The window of the run before us goes first. */
  while (wait_for_paint (watch, 300))
    ;
  watch->before = take_image (watch);
  return watch->before != NULL && watch->before->bits_per_pixel == 32;
}

static double
get_pss_mb (pid_t pid)
{
  char path[64], line[256];
  unsigned long kb = 0;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
  file = fopen (path, "r");
  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "Pss: %lu", &kb) == 1)
      break;
  if (file != NULL)
    fclose (file);
  return kb / 1024.0;
}

/* The connection to the server is closed in the program (close-on-exec is Xlib's own doing). */
static pid_t
start (char **command)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      execvp (command[0], command);
      perror (command[0]);
      _exit (127);
    }
  return pid;
}

static int
end (pid_t pid, int status)
{
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  return status;
}

typedef struct
{
  int wants_text, wants_colour;
  char **command;
} Task;

static int
is_first (Watch *watch, const Sight *sight)
{
  unsigned long pixels = (unsigned long)watch->before->width * watch->before->height;

  return sight->window > pixels / WINDOW_SHARE && sight->ink > sight->window / FIRST_INK;
}

static int
is_text (const Task *task, const Sight *sight)
{
  return sight->ink > sight->window / TEXT_INK
         && (!task->wants_colour || sight->coloured > sight->window / TEXT_COLOUR);
}

/* Follows the screen until all that is waited for is there. Returns 0 when it does not come. */
static int
follow (const Task *task, Watch *watch, pid_t pid, double began, double *ret_first,
        double *ret_text)
{
  while (*ret_first == 0 || (task->wants_text && *ret_text == 0))
    {
      Sight sight;
      double painted;
      int status;

      if (!wait_for_paint (watch, 500)
          && (get_ms () - began > PATIENCE_MS || waitpid (pid, &status, WNOHANG) != 0))
        return 0;
      painted = get_ms () - began;
      sight = look (watch);
      if (*ret_first == 0 && is_first (watch, &sight))
        *ret_first = painted;
      if (*ret_first != 0 && *ret_text == 0 && is_text (task, &sight))
        *ret_text = painted;
    }
  return 1;
}

static int
measure (const Task *task)
{
  Watch watch = { 0 };
  double began, shown, first = 0, text = 0;
  pid_t pid;

  if (!open_screen (&watch))
    {
      fprintf (stderr, "bench-window: no X server with the DAMAGE extension and 32 bits a pixel\n");
      return 3;
    }
  began = get_ms ();
  pid = start (task->command);
  if (!follow (task, &watch, pid, began, &first, &text))
    {
      fprintf (stderr, "bench-window: %s painted no %s\n", task->command[0],
               first == 0 ? "window" : "text");
      return end (pid, 1);
    }
  shown = get_ms ();
  while (wait_for_paint (&watch, STILL_MS) && get_ms () - shown < SETTLE_MS)
    ;
  printf ("window.first_ms %.1f\n", first);
  if (task->wants_text)
    printf ("window.text_ms %.1f\n", text);
  printf ("window.pss_mb %.1f\n", get_pss_mb (pid));
  return end (pid, 0);
}

int
main (int argc, char **argv)
{
  Task task = { 0 };
  int i = 1;

  for (; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--text") == 0)
      task.wants_text = 1;
    else if (strcmp (argv[i], "--colour") == 0)
      task.wants_colour = 1;
    else
      break;
  task.command = argv + i + 1;
  if (i + 1 >= argc || strcmp (argv[i], "--") != 0)
    {
      fprintf (stderr, "usage: bench-window [--text [--colour]] -- PROGRAM [ARGUMENT...]\n");
      return 2;
    }
  return measure (&task);
}
