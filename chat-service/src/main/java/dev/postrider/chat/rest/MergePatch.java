package dev.postrider.chat.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.frame.Json;
import org.jspecify.annotations.Nullable;

/** The fields of a merge patch: what is absent stays, what is null is cleared, what is wrong is told to the checks. */
final class MergePatch {
    private static final ObjectMapper MAPPER = Json.mapper();

    private final JsonNode body;
    private final String path;
    private final FieldChecks checks;

    private MergePatch(JsonNode body, String path, FieldChecks checks) {
        this.body = body;
        this.path = path;
        this.checks = checks;
    }

    static MergePatch of(@Nullable JsonNode body, FieldChecks checks) {
        if (body == null || !body.isObject()) {
            throw ProblemException.invalid("body", "type", "must be a JSON object");
        }
        return new MergePatch(body, "", checks);
    }

    boolean has(String field) {
        return body.has(field);
    }

    boolean clears(String field) {
        return body.has(field) && body.get(field).isNull();
    }

    /** A field that is an object, as a patch; what is none is told, and one without fields. */
    MergePatch within(String field) {
        JsonNode value = body.path(field);
        if (!value.isObject()) {
            wrong(field, "type", "must be an object");
        }
        return new MergePatch(value, path + field + ".", checks);
    }

    /** Null where it is absent or wrong; a field that cannot be cleared is wrong where it is null. */
    <T> @Nullable T value(String field, Class<T> type) {
        if (clears(field)) {
            wrong(field, "missing", "cannot be cleared");
            return null;
        }
        return given(field, type);
    }

    /** Null where it is absent or wrong. */
    <T> @Nullable T value(String field, Class<T> type, T cleared) {
        return clears(field) ? cleared : given(field, type);
    }

    private <T> @Nullable T given(String field, Class<T> type) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        try {
            if (type.isEnum() && !value.isTextual()) {
                throw new IllegalArgumentException("no name");
            }
            return MAPPER.treeToValue(value, type);
        } catch (JsonProcessingException | IllegalArgumentException foreign) {
            wrong(field, "type", "is not what this field takes");
            return null;
        }
    }

    private void wrong(String field, String code, String detail) {
        checks.wrong(path + field, code, detail);
    }
}
