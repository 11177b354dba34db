// What Swift cannot import of libvterm: unions and fields of bits, as a plain structure.
#ifndef BULKHEAD_CVTERM_SHIM_H
#define BULKHEAD_CVTERM_SHIM_H

#include <stdint.h>
#include <vterm.h>

/// A cell as the emulator holds it.
typedef struct {
    /// The characters; the first is 0 in a blank cell and `UINT32_MAX` in the second half of a wide one.
    uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
    bool bold, underline, reverse;
    /// -1 the terminal's own, 0 to 255 from the palette, above 0x1000000 red, green and blue.
    int32_t foreground, background;
} EmulatorCell;

static inline int32_t emulator_color(const VTermColor *_Nonnull color) {
    if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color)) return -1;
    if (VTERM_COLOR_IS_INDEXED(color)) return color->indexed.idx;
    return 0x1000000 | color->rgb.red << 16 | color->rgb.green << 8 | color->rgb.blue;
}

static inline EmulatorCell emulator_cell(VTerm *_Nonnull terminal, int column, int row) {
    VTermPos place = {.row = row, .col = column};
    VTermScreenCell cell;
    EmulatorCell result = {{0}, false, false, false, -1, -1};
    if (!vterm_screen_get_cell(vterm_obtain_screen(terminal), place, &cell)) return result;
    for (int index = 0; index < VTERM_MAX_CHARS_PER_CELL; index++) {
        result.characters[index] = cell.chars[index];
        if (cell.chars[index] == 0) break;
    }
    result.bold = cell.attrs.bold;
    result.underline = cell.attrs.underline != 0;
    result.reverse = cell.attrs.reverse;
    result.foreground = emulator_color(&cell.fg);
    result.background = emulator_color(&cell.bg);
    return result;
}

static inline void emulator_cursor(VTerm *_Nonnull terminal, int *_Nonnull column, int *_Nonnull row) {
    VTermPos place;
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place);
    *column = place.col;
    *row = place.row;
}

#endif
