package dev.postrider.contracts.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.postrider.contracts.frame.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Control records to and from their JSON text. Thread-safe. */
public final class ControlCodec {
    private static final ObjectMapper MAPPER = mapper();
    private static final ObjectWriter WRITER = MAPPER.writerFor(ControlRecord.class);

    private ControlCodec() {}

    public static byte[] write(ControlRecord record) {
        try {
            return WRITER.writeValueAsBytes(record);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Empty for a record of a newer version or of nobody we know: readers pass it over. */
    public static Optional<ControlRecord> read(byte[] value) {
        try {
            return Optional.ofNullable(MAPPER.readValue(value, ControlRecord.class));
        } catch (IOException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = Json.mapper();
        mapper.registerSubtypes(ControlRecord.class.getPermittedSubclasses());
        return mapper;
    }
}
