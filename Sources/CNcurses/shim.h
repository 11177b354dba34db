// What Swift cannot import of ncurses: macros, global state and incomplete arrays, as plain functions.
// They all speak of one screen, the standard one; only the thread that opened it may call them.
#ifndef BULKHEAD_CNCURSES_SHIM_H
#define BULKHEAD_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <term.h>
#include <wchar.h>

// The terminal's description.

/// Loads the description of a terminal; 1 is success, 0 an unknown name, -1 no database.
static inline int terminfo_load(const char *_Nonnull name, int descriptor) {
    int result = -1;
    return setupterm(name, descriptor, &result) == OK ? 1 : result == 1 ? 0 : result;
}

/// Forgets what `terminfo_load` loaded.
static inline void terminfo_unload(void) {
    if (cur_term) del_curterm(cur_term);
}

/// The names of the loaded terminal, with bars between them.
static inline const char *_Nullable terminfo_names(void) {
    return cur_term ? cur_term->type.term_names : NULL;
}

/// A capability that is a string, or null where the terminal lacks it.
static inline const char *_Nullable terminfo_string(const char *_Nonnull name) {
    const char *value = tigetstr(name);
    return value == (char *)-1 ? NULL : value;
}

static inline int terminfo_boolean_count(void) { return BOOLCOUNT; }
static inline int terminfo_number_count(void) { return NUMCOUNT; }
static inline int terminfo_string_count(void) { return STRCOUNT; }
static inline const char *_Nonnull terminfo_boolean_name(int index) { return boolnames[index]; }
static inline const char *_Nonnull terminfo_number_name(int index) { return numnames[index]; }
static inline const char *_Nonnull terminfo_string_name(int index) { return strnames[index]; }

// Cells.

/// How many characters a cell holds: a base and its marks.
static inline int ncurses_cell_capacity(void) { return CCHARW_MAX; }

/// How many columns the C library gives a character, or -1 where it has no shape.
static inline int ncurses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static inline uint32_t ncurses_bold(void) { return A_BOLD; }
static inline uint32_t ncurses_underline(void) { return A_UNDERLINE; }
static inline uint32_t ncurses_reverse(void) { return A_REVERSE; }
static inline uint32_t ncurses_dim(void) { return A_DIM; }

/// Fills a cell with characters (a base and its marks), attributes and a pair of colours.
static inline void ncurses_fill_cell(cchar_t *_Nonnull cell, const uint32_t *_Nonnull scalars, int count,
                                     uint32_t attributes, int pair) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    for (int index = 0; index < count && index < CCHARW_MAX; index++) text[index] = (wchar_t)scalars[index];
    setcchar(cell, text, (attr_t)attributes, 0, &pair);
}

// The screen.

/// Starts ncurses on a kind of terminal; null if that cannot be.
static inline SCREEN *_Nullable ncurses_open(const char *_Nonnull name) { return newterm(name, stdout, stdin); }

/// Puts cells on a row of the next screen; a wide character is one cell that stands for two columns.
static inline void ncurses_put(int row, int column, const cchar_t *_Nonnull cells, int count) {
    mvwadd_wchnstr(stdscr, row, column, cells, count);
}

/// Makes the next screen empty.
static inline void ncurses_erase(void) { werase(stdscr); }

/// Sends what changed since the last time; the cursor ends at that place, or anywhere if that does not matter.
static inline void ncurses_show(int row, int column, bool anywhere) {
    leaveok(stdscr, anywhere);
    wmove(stdscr, row, column);
    wnoutrefresh(stdscr);
    doupdate();
}

/// Makes the next showing clear the screen and send all of it.
static inline void ncurses_distrust(void) { clearok(curscr, TRUE); }

/// How many pairs of colours the terminal can have at once.
static inline int ncurses_pair_limit(void) { return COLOR_PAIRS; }
static inline int ncurses_color_limit(void) { return COLORS; }

#endif
