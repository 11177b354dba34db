#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char private_dns_zones[] = {
#embed "reference/private-dns-zones.csv"
};
static const unsigned char roles[] = {
#embed "reference/roles.jsonl"
};
static const unsigned char service_tags[] = {
#embed "reference/service-tags.bin"
};

static const EmbeddedFile files[] = {
    {"private-dns-zones", private_dns_zones, sizeof private_dns_zones},
    {"roles", roles, sizeof roles},
    {"service-tags", service_tags, sizeof service_tags},
};

const EmbeddedFile *embedded_reference(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
