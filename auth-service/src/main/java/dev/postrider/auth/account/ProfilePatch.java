package dev.postrider.auth.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.Problem.FieldError;
import dev.postrider.contracts.rest.User.Availability;
import dev.postrider.contracts.rest.User.Status;
import dev.postrider.contracts.rule.Emojis;
import dev.postrider.contracts.rule.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch of one's own profile. A component is null where the patch leaves the field alone, empty where it
 * clears it.
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record ProfilePatch(
        @Nullable Optional<String> displayName,
        @Nullable Optional<String> color,
        @Nullable Optional<Status> status,
        @Nullable Optional<Availability> availability) {
    private static final int STATUS_CHARS_MAX = 100;

    /** @throws ProblemException naming every field that is wrong */
    static ProfilePatch of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw ProblemException.invalid("body", "type", "must be a JSON object");
        }
        List<FieldError> errors = new ArrayList<>();
        ProfilePatch patch = new ProfilePatch(
                field(body, "displayName", errors, ProfilePatch::displayName),
                field(body, "color", errors, ProfilePatch::color),
                field(body, "status", errors, ProfilePatch::status),
                field(body, "availability", errors, ProfilePatch::availability));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return patch;
    }

    private static <T> @Nullable Optional<T> field(
            JsonNode body,
            String name,
            List<FieldError> errors,
            BiFunction<JsonNode, List<FieldError>, @Nullable T> read) {
        JsonNode value = body.get(name);
        if (value == null) {
            return null;
        }
        return value.isNull() ? Optional.empty() : Optional.ofNullable(read.apply(value, errors));
    }

    private static @Nullable String displayName(JsonNode value, List<FieldError> errors) {
        Optional<String> name = value.isTextual() ? DisplayNames.accepted(value.textValue()) : Optional.empty();
        return name.orElseGet(() -> wrong(errors, "displayName", "must be a line of 1 to 64 characters"));
    }

    private static @Nullable String color(JsonNode value, List<FieldError> errors) {
        boolean fine = value.isTextual() && value.textValue().matches("#[0-9a-f]{6}");
        return fine ? value.textValue() : wrong(errors, "color", "must be like #2f5bb7");
    }

    private static @Nullable Availability availability(JsonNode value, List<FieldError> errors) {
        for (Availability one : Availability.values()) {
            if (one.name().equals(value.textValue())) {
                return one;
            }
        }
        return wrong(errors, "availability", "must be auto, away or dnd");
    }

    private static @Nullable Status status(JsonNode value, List<FieldError> errors) {
        Optional<String> text = value.path("text").isTextual()
                ? DisplayNames.line(value.path("text").textValue(), STATUS_CHARS_MAX)
                : Optional.empty();
        if (text.isEmpty()) {
            return wrong(errors, "status.text", "must be a line of 1 to 100 characters");
        }
        JsonNode emoji = value.path("emoji");
        if (!absent(emoji) && !(emoji.isTextual() && Emojis.isEmoji(emoji.textValue()))) {
            return wrong(errors, "status.emoji", "must be one emoji");
        }
        JsonNode until = value.path("until");
        Optional<Instant> end = Instants.read(until.asText());
        if (!absent(until) && end.isEmpty()) {
            return wrong(errors, "status.until", "must be an instant like 2030-01-31T12:00:00.000Z");
        }
        return new Status(text.orElseThrow(), absent(emoji) ? null : emoji.textValue(), end.orElse(null));
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static <T> @Nullable T wrong(List<FieldError> errors, String field, String detail) {
        errors.add(new FieldError(field, "invalid", detail));
        return null;
    }
}
