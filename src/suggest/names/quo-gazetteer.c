/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quo-config.h"

#include "quo-gazetteer-file.h"
#include "quo-gazetteer-own.h"
#include "quo-gazetteer.h"

#include "quo-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The compact file with the person's own lists laid over it: an own name hides what the file says
 * of it. Places of own lists are numbered after those of the file. */

#define NOWHERE G_MININT32
#define DEGREE 1e5 /* units of the file */

struct _QuoGazetteer
{
  GMappedFile *mapped; /* NULL: no file */
  int fd;              /* of the same file, or -1 */
  QuoGazetteerFile file;
  GHashTable *own;       /* folded name to OwnEntry */
  GPtrArray *own_places; /* (element-type QuoOwnName): borrowed from the lists */
  GPtrArray *lists;      /* (element-type GHashTable) */
  guint8 *own_starts;    /* as in the file; NULL while no own name needs it */
};

void
quo_gazetteer_let_go (const QuoGazetteer *gazetteer)
{
#ifdef MADV_DONTNEED
  /* The mapping is private and is never written: what is asked for again is what stands in the
   * file. Where the system keeps the pages nothing is lost but memory. */
  if (gazetteer->mapped != NULL)
    (void)madvise (g_mapped_file_get_contents (gazetteer->mapped),
                   g_mapped_file_get_length (gazetteer->mapped), MADV_DONTNEED);
#endif
}

static gboolean
map (QuoGazetteer *gazetteer, const char *path, GError **error)
{
  gazetteer->fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (gazetteer->fd < 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      return FALSE;
    }
  gazetteer->mapped = g_mapped_file_new_from_fd (gazetteer->fd, FALSE, error);
  if (gazetteer->mapped == NULL)
    return FALSE;
  if (!quo_gazetteer_file_init (&gazetteer->file, gazetteer->fd,
                                (const guint8 *)g_mapped_file_get_contents (gazetteer->mapped),
                                g_mapped_file_get_length (gazetteer->mapped)))
    {
      g_set_error (error, QUO_ERROR, QUO_ERROR_INVALID,
                   _ ("%s: this is no gazetteer of this version of Quotidian"), path);
      return FALSE;
    }
  quo_gazetteer_let_go (gazetteer);
  return TRUE;
}

QuoGazetteer *
quo_gazetteer_open (const char *path, GError **error)
{
  QuoGazetteer *gazetteer = g_new0 (QuoGazetteer, 1);

  gazetteer->fd = -1;
  gazetteer->own = g_hash_table_new (g_str_hash, g_str_equal);
  gazetteer->own_places = g_ptr_array_new ();
  gazetteer->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  if (path == NULL)
    return gazetteer;
  if (!map (gazetteer, path, error))
    g_clear_pointer (&gazetteer, quo_gazetteer_free);
  return gazetteer;
}

void
quo_gazetteer_free (QuoGazetteer *gazetteer)
{
  quo_gazetteer_file_clear (&gazetteer->file);
  g_clear_pointer (&gazetteer->mapped, g_mapped_file_unref);
  if (gazetteer->fd >= 0)
    close (gazetteer->fd);
  g_hash_table_unref (gazetteer->own);
  g_ptr_array_unref (gazetteer->own_places);
  g_ptr_array_unref (gazetteer->lists);
  g_free (gazetteer->own_starts);
  g_free (gazetteer);
}

static void
note_start (QuoGazetteer *gazetteer, const char *folded)
{
  gunichar first = g_utf8_get_char (folded), second;
  guint bit;

  if (first < 0x2e80)
    return;
  second = g_utf8_get_char (g_utf8_next_char (folded));
  if (gazetteer->own_starts == NULL)
    gazetteer->own_starts = g_malloc0 (8192);
  bit = quo_gazetteer_file_hash_start (first, second);
  gazetteer->own_starts[bit / 8] |= 1 << (bit % 8);
}

gboolean
quo_gazetteer_add_list (QuoGazetteer *gazetteer, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *title = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  GHashTable *names;
  GHashTableIter iter;
  gpointer folded, name;

  if (bytes == NULL)
    return FALSE;
  names = quo_own_names_read (bytes, title, error);
  if (names == NULL)
    return FALSE;
  g_ptr_array_add (gazetteer->lists, names);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &folded, &name))
    {
      g_ptr_array_add (gazetteer->own_places, name);
      g_hash_table_insert (gazetteer->own, folded, GUINT_TO_POINTER (gazetteer->own_places->len));
      note_start (gazetteer, folded);
    }
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* In the order of their names, so that the later one of two lists is the same one each time. */
static void
add_own_lists (QuoGazetteer *gazetteer)
{
  g_autofree char *folder
      = g_build_filename (g_get_user_config_dir (), "quotidian", "gazetteer", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_paths);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!quo_gazetteer_add_list (gazetteer, g_ptr_array_index (names, i), &error))
        g_message ("%s", error->message);
    }
}

static gpointer
open_default (gpointer data)
{
  const char *data_dir = g_getenv ("QUO_DATA_DIR");
  g_autofree char *path = g_build_filename (data_dir != NULL ? data_dir : QUO_DATA_DIR, "gazetteer",
                                            "quotidian.gazetteer", NULL);
  g_autoptr (GError) error = NULL;
  QuoGazetteer *gazetteer = quo_gazetteer_open (path, &error);

  if (gazetteer == NULL)
    {
      g_message ("%s", error->message);
      gazetteer = quo_gazetteer_open (NULL, NULL);
    }
  add_own_lists (gazetteer);
  return gazetteer;
}

const QuoGazetteer *
quo_gazetteer_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_default, NULL);
}

static const struct
{
  const char *type;
  guint flags;
} own_types[] = {
  { "person", QUO_NAME_GIVEN | QUO_NAME_SURNAME },
  { "place", QUO_NAME_PLACE },
  { "organization", QUO_NAME_ORGANIZATION },
  { "organisation", QUO_NAME_ORGANIZATION },
};

static void
fill_own_entry (const QuoGazetteer *gazetteer, guint number, QuoNameEntry *entry)
{
  const QuoOwnName *name = g_ptr_array_index (gazetteer->own_places, number - 1);

  entry->flags = QUO_NAME_OWN;
  entry->type = name->type;
  for (guint i = 0; i < G_N_ELEMENTS (own_types); i++)
    if (strcmp (name->type, own_types[i].type) == 0)
      entry->flags |= own_types[i].flags;
  entry->n_places = 0;
  if (entry->flags & QUO_NAME_PLACE)
    entry->places[entry->n_places++] = gazetteer->file.n_places + number - 1;
}

gboolean
quo_gazetteer_look_up (const QuoGazetteer *gazetteer, const char *folded, gsize len,
                       QuoNameEntry *ret_entry)
{
  guint own = 0;
  QuoGazetteerCursor cursor;
  guint32 number = 0;
  guint n_places;

  if (g_hash_table_size (gazetteer->own) > 0)
    own = GPOINTER_TO_UINT (g_hash_table_lookup (gazetteer->own, folded));
  if (own > 0)
    {
      fill_own_entry (gazetteer, own, ret_entry);
      return TRUE;
    }
  if (!quo_gazetteer_file_find (&gazetteer->file, folded, len, &cursor))
    return FALSE;
  ret_entry->flags = quo_gazetteer_cursor_next (&cursor);
  ret_entry->type = NULL;
  ret_entry->n_places = 0;
  n_places = ret_entry->flags & QUO_NAME_PLACE ? quo_gazetteer_cursor_next (&cursor) : 0;
  for (guint i = 0; i < n_places && i < QUO_NAME_MAX_PLACES; i++)
    {
      number += quo_gazetteer_cursor_next (&cursor);
      if (number < gazetteer->file.n_places)
        ret_entry->places[ret_entry->n_places++] = number;
    }
  return TRUE;
}

guint
quo_gazetteer_get_flags (const QuoGazetteer *gazetteer, const char *folded, gsize len)
{
  QuoNameEntry entry;

  return quo_gazetteer_look_up (gazetteer, folded, len, &entry) ? entry.flags : 0;
}

gboolean
quo_gazetteer_may_start (const QuoGazetteer *gazetteer, gunichar first, gunichar second)
{
  guint bit = quo_gazetteer_file_hash_start (first, second);

  return (gazetteer->mapped != NULL
          && (gazetteer->file.bytes[gazetteer->file.starts + bit / 8] & (1 << (bit % 8))))
         || (gazetteer->own_starts != NULL && (gazetteer->own_starts[bit / 8] & (1 << (bit % 8))));
}

gboolean
quo_gazetteer_is_word (const QuoGazetteer *gazetteer, const char *tag, const char *folded,
                       gsize len)
{
  return quo_gazetteer_file_has_word (&gazetteer->file, tag, folded, len);
}

static void
fill_own_place (const QuoOwnName *name, QuoPlace *place)
{
  place->own_id = name->id;
  if (name->id != NULL && strspn (name->id, "0123456789") == strlen (name->id))
    place->scheme = "geonames";
  else if (name->id != NULL && name->id[0] == 'Q')
    place->scheme = "wikidata";
  else if (name->id != NULL)
    place->scheme = "url";
  place->lat = name->lat;
  place->lon = name->lon;
  place->kind = QUO_PLACE_FEATURE;
  place->country = place->country_name = place->region = place->region_name = "";
}

static double
to_degrees (guint32 units)
{
  return (gint32)units == NOWHERE ? NAN : (gint32)units / DEGREE;
}

static void
fill_id (QuoPlace *place, guint32 geonames)
{
  const char *code = place->kind == QUO_PLACE_COUNTRY ? place->country : place->region;

  if (geonames > 0)
    {
      place->scheme = "geonames";
      g_snprintf (place->id, sizeof place->id, "%u", geonames);
    }
  else if ((place->kind == QUO_PLACE_COUNTRY
            || (place->kind == QUO_PLACE_DIVISION && strchr (code, '-') != NULL))
           && *code != '\0')
    {
      place->scheme = "iso3166";
      g_strlcpy (place->id, code, sizeof place->id);
    }
}

void
quo_gazetteer_get_place (const QuoGazetteer *gazetteer, guint32 number, QuoPlace *ret_place)
{
  const QuoGazetteerFile *file = &gazetteer->file;
  QuoGazetteerPlace place;

  memset (ret_place, 0, sizeof *ret_place);
  if (number >= file->n_places)
    {
      fill_own_place (g_ptr_array_index (gazetteer->own_places, number - file->n_places),
                      ret_place);
      return;
    }
  place = quo_gazetteer_file_read_place (file, number);
  ret_place->lat = to_degrees (place.lat);
  ret_place->lon = to_degrees (place.lon);
  /* A sidecar with such a place in it would be refused: a damaged file tells none. */
  if (!(fabs (ret_place->lat) <= 90 && fabs (ret_place->lon) <= 180))
    ret_place->lat = ret_place->lon = NAN;
  ret_place->population = place.population;
  ret_place->kind = place.kind;
  ret_place->country = quo_gazetteer_file_get_region (file, place.country, 0);
  ret_place->country_name = quo_gazetteer_file_get_region (file, place.country, 1);
  ret_place->region = quo_gazetteer_file_get_region (file, place.region, 0);
  ret_place->region_name = quo_gazetteer_file_get_region (file, place.region, 1);
  fill_id (ret_place, place.id);
}

const char *
quo_place_get_id (const QuoPlace *place)
{
  if (place->scheme == NULL)
    return NULL;
  return place->own_id != NULL ? place->own_id : place->id;
}
