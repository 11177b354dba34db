#ifndef BULKHEAD_CEMBEDDED_H
#define BULKHEAD_CEMBEDDED_H

#include <stddef.h>

/// A file compiled into the program.
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
} EmbeddedFile;

/// The sample estates, by name; `count` receives how many there are.
const EmbeddedFile *_Nonnull embedded_samples(size_t *_Nonnull count);

/// The themes of the top-level folder `themes`, by name; `count` receives how many there are.
const EmbeddedFile *_Nonnull embedded_themes(size_t *_Nonnull count);

/// What Microsoft publishes about Azure, by name; `count` receives how many there are.
const EmbeddedFile *_Nonnull embedded_reference(size_t *_Nonnull count);

#endif
