#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char contrast_dark[] = {
#embed "themes/contrast-dark.toml"
};
static const unsigned char harbor_dark[] = {
#embed "themes/harbor-dark.toml"
};
static const unsigned char harbor_light[] = {
#embed "themes/harbor-light.toml"
};
static const unsigned char mono[] = {
#embed "themes/mono.toml"
};
static const unsigned char terminal[] = {
#embed "themes/terminal.toml"
};

static const EmbeddedFile files[] = {
    {"contrast-dark", contrast_dark, sizeof contrast_dark},
    {"harbor-dark", harbor_dark, sizeof harbor_dark},
    {"harbor-light", harbor_light, sizeof harbor_light},
    {"mono", mono, sizeof mono},
    {"terminal", terminal, sizeof terminal},
};

const EmbeddedFile *embedded_themes(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
