package dev.postrider.chat.rest;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.Problem.FieldError;
import dev.postrider.contracts.rule.Bodies;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.contracts.rule.Ulids;
import dev.postrider.contracts.topic.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a request, so that its writer learns all of it at once. */
final class FieldChecks {
    static final int MENTIONS_MAX = 50;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final List<FieldError> errors = new ArrayList<>();

    FieldChecks require(String field, @Nullable Object value) {
        if (value == null) {
            wrong(field, "missing", "is missing");
        }
        return this;
    }

    FieldChecks messageId(String field, @Nullable String id) {
        if (id != null && !MessageIds.isMessageId(id)) {
            wrong(field, "form", "must be a UUID of version 7 in lower case");
        }
        return this;
    }

    /** Judges a text that {@link #normalised} has been through. */
    FieldChecks body(String field, @Nullable String body) {
        require(field, body);
        if (body != null) {
            Bodies.fault(body).ifPresent(why -> wrong(field, "form", why));
        }
        return this;
    }

    FieldChecks position(String field, @Nullable Long position) {
        if (position != null && !Position.isPosition(position)) {
            wrong(field, "range", "must be a position");
        }
        return this;
    }

    /** A position, or −1 for before the first. */
    FieldChecks mark(String field, @Nullable Long position) {
        require(field, position);
        return position != null && position == Position.NONE ? this : position(field, position);
    }

    FieldChecks users(String field, @Nullable List<String> users, int max) {
        if (users == null) {
            return this;
        }
        if (users.size() > max) {
            wrong(field, "size", "must have at most " + max + " entries");
        } else if (!users.stream().allMatch(user -> Objects.nonNull(user) && Ulids.isUlid(user))) {
            wrong(field, "form", "has an entry that is not a user's id");
        }
        return this;
    }

    /** One line of text, of so many characters. */
    FieldChecks line(String field, @Nullable String line, int charsMin, int charsMax) {
        if (line != null) {
            int chars = line.codePointCount(0, line.length());
            if (chars < charsMin || chars > charsMax) {
                wrong(field, "size", "must have " + charsMin + " to " + charsMax + " characters");
            } else if (line.codePoints().anyMatch(FieldChecks::breaksALine) || !line.equals(line.strip())) {
                wrong(field, "form", "must be one line, without white space around it");
            }
        }
        return this;
    }

    FieldChecks range(String field, @Nullable Integer number, int min, int max) {
        if (number != null && (number < min || number > max)) {
            wrong(field, "range", "is " + min + " to " + max);
        }
        return this;
    }

    /** An instant of a year that is written with four digits. */
    FieldChecks instant(String field, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST))) {
            wrong(field, "range", "is from 1970 to 9999");
        }
        return this;
    }

    private static boolean breaksALine(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** A field name that is reserved and must not be used yet. */
    FieldChecks reserved(String field, @Nullable Object value) {
        if (value != null) {
            wrong(field, "reserved", "is not part of this version");
        }
        return this;
    }

    void throwIfWrong() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** The text with its line ends made LF. */
    static @Nullable String normalised(@Nullable String body) {
        return body == null ? null : Bodies.normalised(body);
    }

    void wrong(String field, String code, String detail) {
        errors.add(new FieldError(field, code, detail));
    }
}
