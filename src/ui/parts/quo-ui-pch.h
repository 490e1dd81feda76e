/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As core/quo-core-pch.h, for files that make widgets: GTK is most of what is compiled of them. */
#include <adwaita.h>
