package dev.postrider.chat.rest;

import dev.postrider.base.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How lists are asked for in stretches. Where one ended is opaque to clients, and tells them nothing they do not know. */
final class Paging {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 200;
    private static final int QUERY_CHARS_MAX = 250;

    private Paging() {}

    static int limit(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > LIMIT_MAX)) {
            throw ProblemException.invalid("limit", "range", "is 1 to " + LIMIT_MAX);
        }
        return limit == null ? LIMIT_DEFAULT : limit;
    }

    /** The place that {@code next} named; empty where nothing was given. */
    static String place(@Nullable String after) {
        if (after == null) {
            return "";
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(after);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException foreign) {
            throw ProblemException.invalid("after", "form", "is not what next said");
        }
    }

    static @Nullable String next(@Nullable String place) {
        return place == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** What is searched for; null where everything is. */
    static @Nullable String query(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return null;
        }
        if (query.length() > QUERY_CHARS_MAX) {
            throw ProblemException.invalid("query", "size", "must have at most " + QUERY_CHARS_MAX + " characters");
        }
        return query.strip();
    }
}
