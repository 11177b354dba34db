#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char drifted[] = {
#embed "samples/drifted.json"
};
static const unsigned char reference[] = {
#embed "samples/reference.json"
};
static const unsigned char sparse[] = {
#embed "samples/sparse.json"
};

static const EmbeddedFile files[] = {
    {"drifted", drifted, sizeof drifted},
    {"reference", reference, sizeof reference},
    {"sparse", sparse, sizeof sparse},
};

const EmbeddedFile *embedded_samples(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
