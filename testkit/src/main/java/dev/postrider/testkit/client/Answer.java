package dev.postrider.testkit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What a REST call brought.
 *
 * @param body the JSON, or a missing node where there was none
 */
public record Answer(String call, int status, HttpHeaders headers, JsonNode body) {

    /** @throws AssertionError with the problem's text otherwise */
    public Answer requireStatus(int expected) {
        if (status != expected) {
            throw new AssertionError("%s: expected %d, got %d %s".formatted(call, expected, status, body));
        }
        return this;
    }

    /** The {@code code} of a problem, or empty. */
    public String code() {
        return body.path("code").asText("");
    }

    /** A field as one of the contract's records. */
    public <T> T read(String field, Class<T> type) {
        JsonNode value = field.isEmpty() ? body : body.path(field);
        if (value.isMissingNode()) {
            throw new AssertionError(call + ": no field " + field + " in " + body);
        }
        try {
            return Rest.MAPPER.treeToValue(value, type);
        } catch (JsonProcessingException foreign) {
            throw new AssertionError(call + ": " + field + " is no " + type.getSimpleName() + ": " + value, foreign);
        }
    }

    /** The whole body as one of the contract's records. */
    public <T> T read(Class<T> type) {
        return read("", type);
    }
}
