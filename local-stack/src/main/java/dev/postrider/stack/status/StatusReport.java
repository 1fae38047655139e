package dev.postrider.stack.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.postrider.stack.part.Part;
import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.status.PartStatus.Health;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Asks every part now. */
public final class StatusReport {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private StatusReport() {}

    /** All parts in the order of the start; asked at the same time. */
    public static List<PartStatus> of(List<Part> parts, ProcessRecords records) {
        return parts.parallelStream().map(part -> of(part, records)).toList();
    }

    /** An array, one entry per process. */
    public static String json(List<PartStatus> parts) {
        try {
            return JSON.writeValueAsString(parts);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PartStatus of(Part part, ProcessRecords records) {
        Optional<Child> child = records.find(part.name());
        Health health = child.isEmpty() ? Health.down : part.ready().getAsBoolean() ? Health.up : Health.starting;
        return new PartStatus(
                part.name(),
                child.map(Child::pid).orElse(null),
                part.port(),
                health,
                part.log().toString());
    }
}
