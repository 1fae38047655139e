package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Events as records of {@code chat.log}: the frame's fields plus {@code schema}, without position and time, which are
 * the record's own. Thread-safe.
 */
public final class LogCodec {
    /** Written into every record; a reader waits at a higher one until it has been upgraded. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper READER =
            Json.mapper().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    private static final ObjectWriter WRITER = Json.mapper()
            .addMixIn(Event.class, Unstamped.class)
            .writerFor(Event.class)
            .withAttribute("schema", SCHEMA);

    private LogCodec() {}

    /** Why a record cannot be used. */
    public sealed interface Reading {
        record Good(Event event) implements Reading {}

        /** Written by a newer version: wait, do not skip. */
        record Newer(int schema) implements Reading {}

        /** Not one of ours, or torn: to {@code chat.dead}. */
        record Unusable(String reason) implements Reading {}
    }

    public static byte[] write(Event event) {
        try {
            return WRITER.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Pure: the same bytes give the same reading for ever. */
    public static Reading read(byte[] value, long position, Instant at) {
        try {
            JsonNode node = READER.readTree(value);
            if (!(node instanceof ObjectNode record)) {
                return new Reading.Unusable("not a JSON object");
            }
            int schema = record.path("schema").asInt(0);
            if (schema > SCHEMA) {
                return new Reading.Newer(schema);
            }
            if (schema < 1) {
                return new Reading.Unusable("no schema");
            }
            return judged(READER.treeToValue(record, Event.class).stamped(position, at));
        } catch (IOException | IllegalArgumentException foreign) {
            return new Reading.Unusable("not an event: " + foreign.getClass().getSimpleName());
        }
    }

    private static Reading judged(Event event) {
        return EventCheck.fault(event).<Reading>map(Reading.Unusable::new).orElseGet(() -> new Reading.Good(event));
    }

    @JsonIgnoreProperties({"position", "at"})
    @com.fasterxml.jackson.databind.annotation.JsonAppend(
            attrs = @com.fasterxml.jackson.databind.annotation.JsonAppend.Attr("schema"))
    private interface Unstamped {}
}
