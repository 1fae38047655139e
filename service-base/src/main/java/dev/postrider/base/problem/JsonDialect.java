package dev.postrider.base.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** REST bodies speak the same JSON dialect as frames. */
@Singleton
public class JsonDialect implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        Json.adjust(mapper);
    }

    /** Last, so that nothing turns it back. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
