package dev.postrider.auth.account;

import dev.postrider.contracts.rest.User.Availability;
import dev.postrider.contracts.rest.User.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How {@link ProfilePatch} is published: a merge patch cannot be read from a record, which has no absent fields. */
@Schema(name = "ProfilePatch", description = "What is absent stays; null clears.")
record ProfileChange(
        @Schema(description = "A line of 1 to 64 characters.") @Nullable
        String displayName,

        @Schema(description = "Like #2f5bb7.") @Nullable String color,

        @Nullable Status status,
        @Nullable Availability availability) {}
