#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char terminal[] = {
#embed "themes/terminal.toml"
};

static const EmbeddedFile files[] = {
    {"terminal", terminal, sizeof terminal},
};

const EmbeddedFile *embedded_themes(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
